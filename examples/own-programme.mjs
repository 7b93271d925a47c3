// For whoever runs a programme that is not in the package: written as JSON, it is assessed like any other.
import { assess, hashOf, parseProgramme, withReadings } from "programme-rules";
import ipes from "./data/ipes.json" with { type: "json" };

const programme = parseProgramme(ipes);
const asAt = "2021-05-10";
const journey = {
  id: "IPES-00012",
  attributes: { nation: "england" },
  events: [
    { kind: "referral-received", on: "2021-03-01" },
    { kind: "referral-acknowledged", on: "2021-03-04" },
    { kind: "first-meeting", on: "2021-03-15" },
    { kind: "started", on: "2021-03-15" },
    { kind: "prap-updated", on: "2021-03-22", status: "started" },
    { kind: "assessment-completed", on: "2021-03-24" },
    { kind: "plan-agreed", on: "2021-04-12" },
  ],
};

for (const { requirement, verdict, reason = "in time", dueOn } of assess(programme, journey, { asAt })) {
  console.log(`${requirement}: ${verdict} (${reason}), due ${dueOn}`);
}

const [acknowledged] = assess(withReadings(programme, { "counting-day": "day-1" }), journey, { asAt });
console.log(`with the day itself as the first: due ${acknowledged?.dueOn}`);
console.log(`survives as JSON: ${hashOf(parseProgramme(JSON.stringify(programme))) === hashOf(programme)}`);

// prints
// referral/acknowledged: not-met (late), due 2021-03-03
// referral/met-and-recorded: met (in time), due 2021-03-22
// plan/agreed: met (in time), due 2021-04-14
// plan/reviewed: met (in time), due 2021-04-12
// plan/reviewed: pending (not-yet-due), due 2021-05-10
// with the day itself as the first: due 2021-03-02
// survives as JSON: true
