"""The posterior of forecast.md by brute force: every integral a sum over a fine, fixed grid. Reads JSON on standard input:
a list of { "profile": fractions, "cohorts": [{ "starts", "converted": [cumulative, observed ages only] }] }; prints for
each the index, its 95% interval, the weight, and the people expected in the end, cohort by cohort."""
import json
import sys

import numpy as np

SPREAD, TIMING, STEP = 0.4, 0.15, 0.005
THETA = np.arange(-2.4, 2.4 + STEP / 2, STEP)
# Odds are looked at further out than the contract effect reaches, so that no cohort effect leaves the grid.
OUT = 600
SIGMA = np.linspace(-0.75, 0.75, 121)


def stretched(profile, sigma, age):
    if age < 0:
        return 0.0
    if age >= len(profile) - 1:
        return 1.0
    shape = np.concatenate([[0.0], np.array(profile) / profile[-1]])
    at = (age + 1) * np.exp(sigma)
    return float(np.interp(at, np.arange(len(shape)), shape))


def normal(x, sd):
    return np.exp(-0.5 * (x / sd) ** 2)


def learn(profile, cohorts):
    end = profile[-1]
    seen = [c for c in cohorts if c["converted"] and c["starts"] > 0]
    scale = 0.2 if len(seen) >= 6 else 0.1
    taus = (np.arange(60) + 0.5) * (5 * scale / 60)
    tau_prior = normal(taus, scale)
    tau_prior /= tau_prior.sum()
    # The middle of the log-odds, by bisection: before anything is seen the mean rate is the profile's.
    z = np.linspace(-9, 9, 3601)
    w = normal(z, 1)
    w /= w.sum()
    mean_rate = lambda m: sum(
        p * (w / (1 + np.exp(-(m + np.sqrt(SPREAD**2 + t**2) * z)))).sum() for p, t in zip(tau_prior, taus)
    )
    low, high = -12.0, 12.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_rate(middle) < end else (low, middle)
    m = (low + high) / 2
    eta = m + STEP * np.arange(-OUT - len(THETA) // 2, OUT + len(THETA) // 2 + 1)
    pi = 1 / (1 + np.exp(-eta))
    log_like = np.zeros((len(cohorts), len(SIGMA), len(eta)))
    left = np.zeros_like(log_like)
    for i, cohort in enumerate(cohorts):
        counts = cohort["converted"]
        last = len(counts) - 1
        added = np.diff([0] + counts)
        usual = [stretched(profile, 0, age) for age in range(-1, last + 1)]
        counted = sum(d for age, d in enumerate(added) if usual[age + 1] > usual[age])
        rest = cohort["starts"] - (counts[-1] if counts else 0)
        if stretched(profile, 0, last) == 0:
            # The profile expects nobody yet: nothing could be seen.
            added, last = [], -1
        for s, sigma in enumerate(SIGMA):
            grown = [stretched(profile, sigma, age) for age in range(-1, last + 1)]
            value = counted * np.log(pi) + rest * np.log1p(-pi * grown[-1])
            for age, d in enumerate(added):
                if d > 0 and usual[age + 1] > usual[age]:
                    step = grown[age + 1] - grown[age]
                    value = value + (d * np.log(step) if step > 0 else -np.inf)
            log_like[i, s] = value
            left[i, s] = pi * (1 - grown[-1]) / (1 - pi * grown[-1])
    sigma_prior = normal(SIGMA, TIMING)
    theta_prior = normal(THETA, SPREAD)
    weights = np.zeros((len(taus), len(SIGMA), len(THETA)))
    lefts = np.zeros((len(cohorts),) + weights.shape)
    logs = np.full(weights.shape, -np.inf)
    for t, tau in enumerate(taus):
        kernel_at = STEP * np.arange(-OUT, OUT + 1)
        kernel = normal(kernel_at, tau)
        kernel /= kernel.sum()
        total = np.zeros((len(SIGMA), len(THETA)))
        for i in range(len(cohorts)):
            for s in range(len(SIGMA)):
                top = log_like[i, s].max()
                if top == -np.inf:
                    total[s] = -np.inf
                    continue
                like = np.exp(log_like[i, s] - top)
                spread = np.maximum(np.convolve(like, kernel, mode="valid"), 1e-300)
                total[s] += np.log(spread) + top
                lefts[i, t, s] = np.convolve(like * left[i, s], kernel, mode="valid") / spread
        logs[t] = total + np.log(sigma_prior)[:, None] + np.log(theta_prior)[None, :] + np.log(tau_prior[t])
    weights = np.exp(logs - logs.max())
    weights /= weights.sum()
    rates = np.array(
        [[(w / (1 + np.exp(-(m + theta + tau * z)))).sum() for theta in THETA] for tau in taus]
    )
    of_rate = weights.sum(axis=1)
    order = np.argsort(rates.ravel())
    sorted_rates = rates.ravel()[order]
    cumulative = np.cumsum(of_rate.ravel()[order])
    quantile = lambda p: float(np.interp(p, cumulative, sorted_rates)) / end
    of_theta = weights.sum(axis=(0, 1))
    mean = (of_theta * THETA).sum()
    variance = (of_theta * (THETA - mean) ** 2).sum()
    people = []
    for i, cohort in enumerate(cohorts):
        so_far = cohort["converted"][-1] if cohort["converted"] else 0
        people.append(so_far + (cohort["starts"] - so_far) * float((weights * lefts[i]).sum()))
    return {
        "index": float((of_rate * rates).sum()) / end,
        "lower": quantile(0.025),
        "upper": quantile(0.975),
        "weight": 1 - float(variance) / SPREAD**2,
        "timing": float((weights.sum(axis=(0, 2)) * SIGMA).sum()),
        "cohortSpread": float((weights.sum(axis=(1, 2)) * taus).sum()),
        "people": people,
    }


if __name__ == "__main__":
    print(json.dumps([learn(**table) for table in json.load(sys.stdin)]))
