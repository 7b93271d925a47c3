import type { EventKind } from "../../rules/index.js";

/** The kinds of event that Work Programme journeys and contract logs are made of. */
export const events = [
  { id: "referral-received", title: "Referral received", absent: "No receipt of a referral", once: true },
  {
    id: "started",
    title: "Attached to the programme",
    absent: "No attachment",
    once: true,
    notBefore: ["referral-received"],
  },
  {
    id: "standards-displayed",
    title: "Standards displayed",
    absent: "No display of the standards",
    fields: ["atSites", "inWriting"],
  },
  {
    id: "aims-explained",
    title: "Aims, service and duties explained",
    absent: "No explanation of aims and duties",
  },
  { id: "assessment-held", title: "Assessment held", absent: "No assessment" },
  {
    id: "action-plan-finalised",
    title: "Action plan agreed",
    absent: "No agreed action plan",
    fields: ["signedByParticipant", "signedByProvider"],
  },
  { id: "action-plan-updated", title: "Action plan updated", absent: "No update of the action plan" },
  { id: "disengaged", title: "Disengaged", absent: "No disengagement" },
  { id: "re-engaged", title: "Re-engaged", absent: "No re-engagement", notBefore: ["disengaged"] },
  { id: "job-started", title: "Job started", absent: "No job start" },
  { id: "job-ended", title: "Job ended", absent: "No job end", notBefore: ["job-started"] },
  { id: "job-outcome-met", title: "Job outcome met", absent: "No job outcome" },
  {
    id: "in-work-support-offered",
    title: "Support in work offered",
    absent: "No offer of support in work",
    fields: ["recorded", "answered"],
  },
  {
    id: "programme-completed",
    title: "104 weeks on the programme completed",
    absent: "No completion",
    once: true,
  },
  { id: "leaving-expected", title: "Leaving expected", absent: "No expected leaving date", expects: "left" },
  { id: "left", title: "Left", absent: "No leaving date", once: true, notBefore: ["started"] },
  { id: "exit-report-requested", title: "Exit report requested by the Jobcentre", absent: "No request" },
  { id: "exit-report-provided", title: "Exit report sent", absent: "No exit report", fields: ["completed"] },
  {
    id: "attested",
    title: "Attested",
    absent: "No attestation",
    fields: ["requirement", "part", "holds", "by"],
  },
  { id: "contract-started", title: "Contract started", absent: "No contract start" },
  { id: "contract-ended", title: "Contract ended", absent: "No contract end" },
  { id: "month-ended", title: "Month ended", absent: "No month end" },
  { id: "standards-reviewed", title: "Standards reviewed", absent: "No review of the standards" },
  {
    id: "pipeline-file-returned",
    title: "Pipeline file returned",
    absent: "No pipeline file",
    fields: ["forMonth", "checkErrors", "markedPrivate"],
  },
  {
    id: "supply-chain-reporting-announced",
    title: "Reporting on the supply chain announced",
    absent: "No announcement",
  },
  {
    id: "supply-chain-information-sent",
    title: "Supply chain information sent",
    absent: "No supply chain information",
  },
] as const satisfies readonly EventKind[];
