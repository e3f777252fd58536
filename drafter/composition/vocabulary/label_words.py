"""What documents call each kind: the words of an enum's values, and of ids, where they differ.

A value that is not listed is said as it is written, with spaces for underscores.
An enum that is not listed at all is not for print.
"""

from __future__ import annotations

from collections.abc import Mapping

CASE_FILE: Mapping[str, Mapping[str, str]] = {
    "Proceeding": {
        "remand": "remand for resentencing",
        "section_2255": "motion under 28 U.S.C. § 2255",
        "sentence_reduction": "motion to reduce the sentence",
        "section_3771a": "motion under 18 U.S.C. § 3771A",
    },
    "DecisionKind": {"plead": "plead guilty"},
    "Disposition": {},
    "ServedUnder": {"other": "another paragraph"},
    "Standing": {"severed": "pending, to be tried apart"},
    "Basis": {
        "client_account": "client’s account",
        "counsel_inference": "counsel’s inference",
        "local": "usage of the court",
    },
    "Handling": {
        "protective_order": "under the protective order",
        "presentence_report": "from the presentence report",
        "grand_jury": "grand jury material",
        "cooperation": "cooperation material",
        "victim_identifying": "identifies a victim",
    },
    "ExhibitMode": {
        "fre_1006": "summary under Fed. R. Evid. 1006",
        "fre_107": "illustrative aid under Fed. R. Evid. 107",
        "sentencing": "sentencing exhibit",
    },
    "EventKind": {
        "coercer_contact": "contact with the coercer",
        "avoidance": "attempt to avoid it",
        "authority_contact": "contact with an authority",
        "dispossession": "giving up the weapon",
        "dispossession_steps": "steps to give the weapon up",
        "other": "event",
    },
    "Protection": {"none": "no protection recorded", "privileged": "privilege"},
    "Invocation": {
        "no": "no right invoked",
        "silence": "silence invoked",
        "counsel": "counsel invoked",
    },
    "Form": {},
    "Offeror": {},
    "PreservationStatus": {"requested": "preservation requested"},
    "ExpertField": {
        "battering": "battering and its effects",
        "digital": "digital evidence",
        "other": "another field",
    },
    "Argument": {"acceptance": "acceptance of responsibility"},
    "Permission": {},
    "CooperationStatus": {
        "none": "no cooperation",
        "motion_expected": "government motion expected",
        "motion_filed": "government motion filed",
    },
    "Disclosure": {},
    "CriminalHistory": {},
    "LegalRoad": {
        "section_3553e": "18 U.S.C. § 3553(e)",
        "section_3553f": "18 U.S.C. § 3553(f)",
    },
    "ThreatKind": {
        "serious_injury": "serious bodily injury",
        "other_injury": "lesser injury",
        "property": "damage to property",
        "economic": "economic harm",
        "job": "loss of a job",
        "child_taken": "the taking of a child",
    },
    "Question": {
        "no_call": "why there was no call to 911",
        "no_help": "why no help was sought from anyone",
        "delay": "how long passed between the threat and the offense",
    },
    "TraffickingKind": {"labor": "labor trafficking", "sex": "sex trafficking"},
    "OtherActKind": {
        "same_conduct_unforced": "the same conduct without force",
        "contact_with_coercer": "earlier contact with the coercer",
    },
}

LAW: Mapping[str, Mapping[str, str]] = {
    "AuthorityKind": {},
    "Anchor": {
        "plea": "the plea hearing",
        "trial": "the trial",
        "service": "service of the paper",
        "sentencing": "the sentencing",
        "psr_disclosed": "the disclosure of the presentence report",
        "court_order": "the court’s order",
        "motion_deadline": "the motion deadline",
    },
    "Availability": {},
    "Concept": {"not_reckless": "recklessness"},
    "Direction": {},
    "FactorGroup": {},
    "FactorRole": {},
    "ListStatus": {"words": "known in its words", "substance": "known in substance"},
    "ManualChoice": {
        "sentencing_date": "the Manual in effect on the sentencing date",
        "offense_date": "the Manual in effect on the offense date",
        "first_sentencing": "the Manual in effect at the first sentencing",
        "undetermined": "not determined",
    },
    "Road": {
        "variance_departure_in_alternative": "variance, with a departure in the alternative",
        "go_on": "on to the next test",
    },
    "Side": {},
    "Verdict": {"partly": "partly confirmed"},
}

STEPS: Mapping[str, str] = {
    "threat_made": "threat made",
    "offense_start": "offense began",
    "offense_end": "offense ended",
    "threat_ended": "threat objectively ended",
    "believed_ended": "client believed the threat had ended",
    "first_safe": "first safe opportunity",
    "earlier_contact": "contact with an authority before the offense",
    "first_contact": "first contact with an authority",
    "later_contact": "first contact with an authority after the threat had ended",
}
"""The steps of the surrender timeline."""

FINDINGS: Mapping[str, Mapping[str, str]] = {
    "AgainstKind": {"codefendant": "co-defendant"},
    "AnswerStatus": {
        "with_evidence": "answered with evidence",
        "without_evidence": "answered, with no source named for the answer",
        "unanswered": "no answer of the client’s is recorded",
        "in_general": "answered in general; whether that covers the moment is for counsel",
    },
    "Closed": {
        "saturday": "Saturday",
        "sunday": "Sunday",
        "holiday": "legal holiday",
        "observed": "legal holiday as observed",
        "closing": "presidential closing",
        "local": "local holiday or closed office",
    },
    "ComesIn": {
        "client_testimony": "the client’s testimony",
        "witness": "a witness",
        "document": "a document",
        "recording": "a recording",
        "photograph": "a photograph",
        "object": "an object",
        "expert": "an expert",
        "government_case": "the government’s case",
        "court_finding": "a court finding",
        "not_shown": "nothing that the defense is recorded as able to offer",
    },
    "Comparison": {
        "equal_or_lower": "equal or lower",
        "crossed": "higher at one end and lower at the other",
        "one_end": "equal at one end only",
        "not_compared": "not compared",
    },
    "ConflictTopic": {"paid_by": "who pays for the defense"},
    "Constancy": {},
    "CoveredLevel": {
        "level_a": "covered, as not a violent crime",
        "level_b": "a violent crime, covered unless a child was a victim of it: counsel to confirm",
    },
    "CrossTopic": {"act_in_count": "an act within a count"},
    "DecisionState": {"not_advised": "not yet advised"},
    "Defense": {
        "coercion": "duress: coercion by a person",
        "firearm_justification": "justification for a firearm",
        "self_defense": "self-defense or defense of another",
        "element_negated": "an element that the same facts negate",
        "trafficking": "trafficking, 18 U.S.C. § 28",
    },
    "Denies": {"act": "the act", "mental_state": "the state of mind"},
    "FamilyQuestion": {
        "where": "where the person was",
        "reach": "what shows that the person could be reached",
        "watched": "whether the threatener or an agent was present or watching",
    },
    "Fit": {"possible": "possibly", "no_signal": "no sign of it", "not_asked": "not asked here"},
    "FloorState": {
        "no_ask": "no sentence asked for",
        "floor_unknown": "the statutory minimum is not entered",
        "not_below": "not below the statutory minimum",
        "below_with_road": "below the statutory minimum, by a named legal road",
        "below_without_road": "below the statutory minimum, without a legal road",
    },
    "Given": {
        "offense_end": "the end of the offense",
        "sentencing": "the day of sentencing",
        "first_sentencing": "the day of the first sentencing",
        "as_of": "the date of this document",
        "manual_date": "the day on which the Manual of the day of sentencing took effect",
        "offense_range": "the range under the Manual of the offense",
        "sentencing_range": "the range under the Manual of the day of sentencing",
    },
    "KnowerKind": {
        "client": "the client",
        "speaker": "whoever spoke",
        "target": "whoever was threatened",
        "witness": "a witness",
        "holder": "whoever holds the item",
        "hearer": "whoever heard it",
    },
    "LawQuestion": {
        "minimum": "the statutory minimum",
        "manual": "the Manual",
        "procedure": "the procedure",
        "elements": "the elements and the case law",
    },
    "OptionState": {},
    "Persuasion": {},
    "PleaState": {"unsigned": "not signed", "no_agreement": "no plea agreement recorded"},
    "Production": {},
    "RangeEffect": {
        "none": "the minimum does not touch the range",
        "below": "the whole range lies below the minimum",
        "across": "the minimum lies within the range",
        "unknown": "not known",
    },
    "Reach": {
        "common_law": "can carry the common-law defense",
        "sentencing_only": "reaches sentencing only",
        "not_shown": "not shown to reach the defense or sentencing",
    },
    "ScreenResult": {
        "no_signal": "no sign of trafficking",
        "unfinished": "not finished",
        "signals": "signs of trafficking",
        "victim": "recorded as a victim of trafficking at the time of the offense",
        "not_victim": "recorded as not a victim of trafficking at the time of the offense",
    },
    "ShownState": {},
    "Step": STEPS,
    "Use": {
        "invoked": "a right was invoked",
        "suppression_issue": "a suppression issue is recorded",
        "unwarned_in_custody": "made in custody without warnings",
        "warning_unknown": "whether warnings were given is not recorded",
        "custody_unknown": "made without warnings; whether in custody is not recorded",
        "neither_known": "whether it was made in custody, and after warnings, is not recorded",
        "not_the_clients": "not the client’s own words",
        "not_recorded": "not recorded, known from an account of it",
        "no_limit_recorded": "no limit on its use against the client is recorded; how it comes in "
        "for the defense is to be settled",
    },
    "Weakness": {
        "not_specific": "a threat recorded as not specific",
        "economic_only": "a threat of economic harm only",
        "missed_escape": "a safe opportunity not taken",
        "open_escape": "an opportunity not taken, its safety not recorded",
        "went_on": "the offense after the end of the threat",
        "delay": "time between the end of the threat and surrender",
        "benefit": "a benefit",
        "other_act": "an act that may be used to show willingness",
        "account": "a statement that leaves the coercion out",
        "normal_life": "normal activities",
        "association": "voluntary association",
        "codefendant": "what others say of it",
        "conflict": "an account that conflicts with something else recorded",
        "way_out": "what the client has said of a way out",
        "disclosure": "the government has not been told all",
    },
}

WORDS: Mapping[str, Mapping[str, str]] = {**CASE_FILE, **LAW, **FINDINGS}
"""By the name of the enum, then by the value (for an ordered standing, its name)."""

IDS: Mapping[str, str] = {
    **STEPS,
    "child": "under 18 at the time",
    "debt": "debt",
    "bona_fide_effort": "bona fide effort to surrender",
    "dispossession_duty": "duty to give up the weapon",
    "defendant_preponderance": "the defendant, by a preponderance of the evidence",
    "reckless_or_negligent": "reckless or negligent",
    "favourable": "favorable",
    "911": "911",
    "duress_memo": "duress evaluation memorandum",
    "fre_1006": "Fed. R. Evid. 1006",
    "fre_107": "Fed. R. Evid. 107",
}
"""Ids that are words of no enum: signs of trafficking, values of points of law."""
