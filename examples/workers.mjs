// A caseload in pieces: two threads assess half of it each, and their reports merge into the whole.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { mergeReports, report, whpJetsCv06 } from "programme-rules";

const days = ["2021-04-06", "2021-04-07", "2021-04-07", "2021-04-08"];
const invented = ([from, until]) =>
  Array.from({ length: until - from }, (_each, i) => ({
    id: `R${String(from + i).padStart(4, "0")}`,
    events: [
      { kind: "referral-received", on: "2021-04-01" },
      { kind: "referral-acknowledged", on: days[(from + i) % 4] },
    ],
  }));
const reported = (span) => report(whpJetsCv06, invented(span), { asAt: "2021-04-30" });
const half = (span) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: span });
    worker.once("message", resolve).once("error", reject);
  });

if (isMainThread) {
  const spans = [
    [0, 500],
    [500, 1000],
  ];
  const [line] = mergeReports(await Promise.all(spans.map(half))).lines;
  const [atOnce] = reported([0, 1000]).lines;
  console.log(`${line.requirement}: ${line.met} of ${line.counted}, headroom ${line.headroom}`);
  console.log(`as at once: ${JSON.stringify(line) === JSON.stringify(atOnce)}`);
} else parentPort.postMessage(reported(workerData));

// prints
// css-1/acknowledged: 750 of 1000, headroom -245
// as at once: true
