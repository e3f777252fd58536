"""Each occasion, in a case where it holds and in one where it does not."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from drafter.analysis.elements.shown_types import ShownState
from drafter.analysis.findings import Direction
from drafter.analysis.occasions.table import OCCASIONS, Bearings
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.vocabulary import Concept
from tests.analysis.matters import change, finding, position, reason, record
from tests.analysis.parts import case, counts

THREAT = "threats: [{id: t1, speaker: rolo, kinds: [death], when: 2026-03-12 20:30, %s}]"
LESSER = "threats: [{id: t1, speaker: rolo, kinds: [%s], when: 2026-03-12 20:30, %s}]"
CHANCE = "opportunities: [{id: o1, what: stopped for fuel, when: 2026-03-14 05:00, %s}]"
ITEM = "evidence: [{id: e1, kind: %s, form: writing, what: An item., %s}]"
SAID = "statements: [{id: s1, to: an agent, when: 2026-03-14 11:00, summary: Spoke., %s}]"
TWICE = """statements:
  - {id: s1, to: an officer, when: between 2026-03-14 08:30 and 2026-03-14 09:30, summary: A., %s
     warned: no}
  - {id: s2, to: an agent, when: 2026-03-14 %s, summary: Spoke again., warned: yes}
"""
EVENT = "events: [{id: v1, kind: %s, what: It happened., when: 2026-03-14 07:00}]"
EXPERT = "experts: [{id: x1, name: Dr. Roe, field: %s, topic: Fear., %s}]"
PLEADS = "engagement: {decisions: [{id: d, decision: plead, decided: to plead to Count One}]}"
MATE = "codefendants: [{id: c1, basis: document, person: rolo, role: driver, status: charged, %s}]"
SCREEN = "trafficking: {id: scr, basis: client_account, screened_by: A. Pike, %s}"
PLEA = "plea_agreement: {id: p1, status: offered, %s}"
AIDING = "cooperation: {id: k1, basis: document, status: %s, %s}"
VALVE = "minimum_months: 120"

WITH_HEARER = "witnesses: [{id: w1, basis: witness, person: cousin, knows: The route.}]\n" + (
    SAID % "protection: %s"
).replace("to: an agent", "to: Teresa Ruiz")

HOLDS: list[tuple[Occasion, dict[str, str], list[str]]] = [
    (Occasion.HEADED_FOR_TRIAL, {}, []),
    (Occasion.TRIAL_POSSIBLE, {}, []),
    (Occasion.TRIAL_POSSIBLE, {"proceeding": "plea"}, []),
    (Occasion.AWAITING_TRIAL, {}, []),
    (Occasion.AWAITING_TRIAL, {"body": PLEA % ""}, []),
    (Occasion.PLEA_PENDING, {"body": PLEA % ""}, ["p1"]),
    (Occasion.PLEA_PENDING, {"proceeding": "plea"}, []),
    (Occasion.CONVICTED, {"charges": "disposition: convicted"}, []),
    (Occasion.CONVICTED, {"proceeding": "sentencing"}, []),
    (Occasion.AWAITING_SENTENCE, {"proceeding": "remand"}, []),
    (Occasion.PROCEEDING_READ, {"proceeding": "plea"}, []),
    (Occasion.ON_SECTION_2255, {"proceeding": "section_2255"}, []),
    (Occasion.ON_SENTENCE_REDUCTION, {"proceeding": "sentence_reduction"}, []),
    (Occasion.ON_SECTION_3771A, {"proceeding": "section_3771a"}, []),
    (Occasion.NOT_ON_SECTION_3771A, {"proceeding": "sentencing"}, []),
    (Occasion.ON_REVOCATION, {"proceeding": "revocation"}, []),
    (Occasion.COUNTS_DECIDED, {"charges": "disposition: convicted"}, []),
    (Occasion.PLEA_TAKEN, {"body": PLEA % "", "proceeding": "sentencing"}, []),
    (Occasion.COUNTS_PENDING, {}, []),
    (Occasion.COUNTS_LEFT, {"charges": "disposition: convicted"}, []),
    (Occasion.CLIENT_IN_CUSTODY, {"client": "custody: detained at Otay Mesa"}, []),
    (Occasion.CLIENT_IN_CUSTODY, {"client": "custody: held without bail"}, []),
    (Occasion.CLIENT_NEEDS_INTERPRETER, {"client": "language: Spanish, interpreter: yes"}, []),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: Mexico"}, []),
    (
        Occasion.CLIENT_NOT_CITIZEN,
        {"client": "citizenship: Mexico; a resident of the United States"},
        [],
    ),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: Mexico (mother from the U.S.)"}, []),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: United States permanent resident"}, []),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: Mexico; U.S. since 2004"}, []),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: claims the United States"}, []),
    (
        Occasion.CLIENT_NOT_CITIZEN,
        {"client": "citizenship: American Samoa"},
        [],
    ),
    (Occasion.CLIENT_NOT_CITIZEN, {}, []),
    (Occasion.COMPETENCY_OPEN, {}, []),
    (
        Occasion.DEFENSE_REFUSED,
        {"body": "events: [{id: e1, what: Refused., duress_ruling: refused}]"},
        ["e1"],
    ),
    (Occasion.COMPETENCY_UNSETTLED, {"client": "competency: an evaluation is ordered"}, []),
    (Occasion.CLIENT_UNDER_AGE, {"client": "age_at_offense: 17"}, []),
    (Occasion.NAMES_TO_PROTECT, {"client": "age_at_offense: 17"}, []),
    (Occasion.DECISION_OPEN, {}, []),
    (Occasion.RAISING_UNDECIDED, {}, []),
    (Occasion.ENGAGEMENT_UNCHECKED, {"body": "engagement: {paid_by: the court}"}, []),
    (Occasion.PAYER_UNKNOWN, {"body": "engagement: {other_clients: none}"}, []),
    (
        Occasion.AUTHORITY_UNTRUSTED,
        {"body": CHANCE % "authority_corrupt: yes, asked_for_help: yes"},
        ["o1"],
    ),
    (Occasion.JOINT_DEFENSE, {"body": "engagement: {joint_defense: with the driver}"}, []),
    (
        Occasion.JOINT_DEFENSE,
        {"body": "engagement: {joint_defense: offered by the driver; not answered}"},
        [],
    ),
    (Occasion.MINIMUM_APPLIES, {"charges": "minimum_months: 120"}, []),
    (Occasion.MINIMUM_APPLIES, {"charges": "minimum_months: life"}, []),
    (Occasion.COUNT_IN_SEVERAL_DISTRICTS, {"charges": "continuing: yes"}, []),
    (
        Occasion.FACTS_OUTSIDE_DISTRICT,
        {"body": THREAT.replace("20:30", "20:30 America/Tijuana") % ""},
        ["t1"],
    ),
    (Occasion.CIRCUIT_LIST_UNKNOWN, {"district": "vaed"}, []),
    (Occasion.CIRCUIT_LIST_IN_SUBSTANCE, {"district": "nmd"}, []),
    (Occasion.CIRCUIT_LEADS, {}, []),
    (Occasion.DEFENSE_AVAILABLE, {}, []),
    (Occasion.THREAT_RECORDED, {"body": THREAT % ""}, ["t1"]),
    (
        Occasion.THREAT_READ_AS_LESSER,
        {"body": LESSER % ("other_injury", "words: You know what happens")},
        ["t1"],
    ),
    (Occasion.THREAT_READ_AS_LESSER, {"body": LESSER % ("job", "note: Ask.")}, ["t1"]),
    (
        Occasion.THREAT_SHORT_OF_COMMON_LAW,
        {"body": (THREAT % "").replace("[death]", "[property]")},
        ["t1"],
    ),
    (Occasion.TRAFFICKING_UNSCREENED, {}, []),
    (Occasion.TRAFFICKING_UNSCREENED, {"body": SCREEN % "force: no"}, ["scr"]),
    (Occasion.TRAFFICKING_SIGNALS, {"body": SCREEN % "force: yes"}, ["scr"]),
    (Occasion.VICTIM_AT_OFFENSE, {"body": SCREEN % "victim_at_offense: yes"}, ["scr"]),
    (Occasion.STATUTE_IN_FORCE, {}, []),
    (Occasion.OFFENSE_COVERED, {"charges": "violent: no"}, []),
    (Occasion.ITEM_CAN_BE_LOST, {"body": ITEM % ("border_video", "")}, ["e1"]),
    (
        Occasion.ITEM_REQUESTED,
        {"body": ITEM % ("border_video", "bates: A-1, preservation: {status: requested}")},
        ["e1"],
    ),
    (
        Occasion.ITEM_CAN_BE_LOST,
        {"body": (ITEM % ("weapon", "exhibit: E-4")).replace("form: writing", "form: object")},
        ["e1"],
    ),
    (
        Occasion.ITEM_CAN_BE_LOST,
        {"body": ITEM % ("document", "preservation: {status: at_risk}")},
        ["e1"],
    ),
    (Occasion.ITEM_WITHOUT_WAY_IN, {"body": ITEM % ("document", "")}, ["e1"]),
    (Occasion.ITEM_DATE_MISSING, {"body": ITEM % ("document", "when: unknown")}, ["e1"]),
    (Occasion.VIDEO_NAMED, {"body": ITEM % ("surveillance_video", "")}, ["e1"]),
    (
        Occasion.VIDEO_NAMED,
        {"body": ITEM % ("border_video", "bates: A-1, preservation: {status: at_risk}")},
        ["e1"],
    ),
    (Occasion.VIDEO_IN_HAND, {"body": ITEM % ("surveillance_video", "bates: A-1")}, ["e1"]),
    (Occasion.ITEM_TO_AUTHENTICATE, {"body": ITEM % ("phone_records", "")}, ["e1"]),
    (Occasion.ITEM_TO_SUBPOENA, {"body": ITEM % ("phone_records", "")}, ["e1"]),
    (Occasion.SPONSOR_NOT_LISTED, {"body": ITEM % ("medical_record", "witness: cousin")}, ["e1"]),
    (
        Occasion.WITNESS_NOT_INTERVIEWED,
        {"body": "witnesses: [{id: w1, basis: witness, person: cousin, knows: The route.}]"},
        ["w1"],
    ),
    (Occasion.WITNESS_TOLD_IN_PRIVILEGE, {"body": WITH_HEARER % "privileged"}, ["w1", "s1"]),
    (Occasion.AGENCY_WAS_TOLD, {"body": EVENT % "surrender"}, ["v1"]),
    (
        Occasion.AGENCY_WAS_TOLD,
        {"body": CHANCE % "authority_present: yes, asked_for_help: yes"},
        ["o1"],
    ),
    (
        Occasion.ITEM_TO_AUTHENTICATE,
        {"body": ITEM % ("messages", "witness: client, admissible_through: a certification")},
        ["e1"],
    ),
    (
        Occasion.RECORD_ABROAD,
        {"body": ITEM % ("medical_record", "admissible_through: a declaration sought abroad")},
        ["e1"],
    ),
    (
        Occasion.ENGAGEMENT_UNCHECKED,
        {"body": "engagement: {paid_by: the court, other_clients: the driver in 2022}"},
        [],
    ),
    (
        Occasion.RECORD_ABROAD,
        {"body": THREAT.replace("20:30", "20:30 America/Tijuana") % ""},
        ["t1"],
    ),
    (Occasion.EXPERT_ON_CONDITION, {"body": EXPERT % ("battering", "")}, ["x1"]),
    (Occasion.EXPERT_ON_MENTAL_CONDITION, {"body": EXPERT % ("mental_condition", "")}, ["x1"]),
    (Occasion.EXPERT_NOTICE_DUE, {"body": EXPERT % ("mental_condition", "")}, ["x1"]),
    (Occasion.IMMIGRATION_LAWYER_MISSING, {}, []),
    (
        Occasion.GRAND_JURY_MATERIAL,
        {"body": "events: [{id: a1, basis: document, handling: grand_jury, what: E.}]"},
        ["a1"],
    ),
    (
        Occasion.PROTECTED_MATERIAL,
        {"body": "events: [{id: e1, basis: document, handling: protective_order, what: E.}]"},
        ["e1"],
    ),
    (
        Occasion.PRESENTENCE_MATERIAL,
        {"body": "events: [{id: p1, basis: document, handling: presentence_report, what: E.}]"},
        ["p1"],
    ),
    (Occasion.IMMIGRATION_LAWYER, {"client": "immigration_lawyer: T. Zielinski"}, []),
    (Occasion.PROFFER_UNPROTECTED, {"body": SAID % "protection: plea_talks"}, []),
    (Occasion.EXAMINATION_AHEAD, {"body": EXPERT % ("battering", "")}, ["x1"]),
    (Occasion.EXAMINATION_AHEAD, {"body": EXPERT % ("battering", "noticed: 2026-10-01")}, ["x1"]),
    (
        Occasion.EXAMINATION_AHEAD,
        {"body": EXPERT % ("battering", "") + "\n" + SAID % "protection: examination"},
        ["x1"],
    ),
    (Occasion.EXPERTS_REQUEST_OPEN, {}, []),
    (Occasion.EXPERTS_REQUEST_OPEN, {"body": EXPERT % ("battering", "noticed: 2026-10-01")}, []),
    (
        Occasion.EXPERT_DISCLOSURE_TRIGGERED,
        {"body": EXPERT % ("digital", "government_requested_disclosure: yes")},
        ["x1"],
    ),
    (
        Occasion.EXPERT_DISCLOSURE_TRIGGERED,
        {"body": EXPERT % ("battering", "noticed: 2026-10-01")},
        ["x1"],
    ),
    (
        Occasion.OTHER_ACT_ALLEGED,
        {"body": "other_acts: [{id: a1, basis: document, kind: drugs, what: Used.}]"},
        ["a1"],
    ),
    (
        Occasion.ACT_IN_COUNT_ALLEGED,
        {
            "body": "other_acts: [{id: a1, basis: document, kind: same_conduct_unforced,"
            " what: Did so., when: 2026-03-14 05:00}]"
        },
        ["a1"],
    ),
    (Occasion.RIGHT_INVOKED, {"body": SAID % "invoked: silence"}, ["s1"]),
    (Occasion.STATEMENT_TO_SUPPRESS, {"body": SAID % "custodial: yes"}, ["s1"]),
    (
        Occasion.STATEMENT_TO_SUPPRESS,
        {"body": SAID % "custodial: yes, warned: yes, suppression_issue: No interpreter."},
        ["s1"],
    ),
    (Occasion.STATEMENT_WARNED_LATER, {"body": TWICE % ("", "11:00")}, ["s1", "s2"]),
    (Occasion.STATEMENT_WARNED_LATER, {"body": TWICE % ("custodial: yes,", "09:00")}, ["s1", "s2"]),
    (Occasion.STATEMENT_CONDITIONS_OPEN, {"body": SAID % "custodial: no"}, ["s1"]),
    (Occasion.STATEMENT_CONDITIONS_OPEN, {"body": SAID % "warned: no, recorded: yes"}, ["s1"]),
    (Occasion.STATEMENT_TO_TRANSLATE, {"body": SAID % "language: Spanish"}, ["s1"]),
    (Occasion.STATEMENT_PROTECTED, {"body": SAID % "protection: proffer_letter"}, ["s1"]),
    (
        Occasion.ACCOUNTS_CONFLICT,
        {"body": SAID % "conflicts_with: [v1]" + "\n" + EVENT % "other"},
        ["s1"],
    ),
    (Occasion.COERCER_CHARGED, {"body": MATE % "coercer: yes"}, ["c1"]),
    (Occasion.COERCER_CHARGED, {"body": MATE % "coercer: yes, stands: not_arrested"}, ["c1"]),
    (Occasion.COERCER_CHARGED, {"body": MATE % "coercer: yes, stands: severed"}, ["c1"]),
    (Occasion.COERCER_TRIED_TOO, {"body": MATE % "coercer: yes"}, ["c1"]),
    (Occasion.COERCER_TRIED_TOO, {"body": MATE % "coercer: yes, stands: pending"}, ["c1"]),
    (Occasion.CODEFENDANT_SPEAKS, {"body": MATE % "statements: Blames her."}, ["c1"]),
    (Occasion.CODEFENDANT_SPEAKS, {"body": MATE % "spoke_of_client: yes"}, ["c1"]),
    (
        Occasion.PEOPLE_AT_RISK,
        {"body": "safety: [{id: f1, basis: client_account, what: The school.}]"},
        ["f1"],
    ),
    (Occasion.NAMES_TO_PROTECT, {}, []),
    (Occasion.QUESTION_UNANSWERED, {"body": CHANCE % "phone: yes"}, ["o1"]),
    (
        Occasion.MOMENT_TO_PIN_DOWN,
        {"body": (EVENT % "surrender").replace("2026-03-14 07:00", "about 2026-03-14 07:00")},
        [],
    ),
    (
        Occasion.HOUR_TO_TELL_APART,
        {"body": (EVENT % "surrender").replace("2026-03-14 07:00", "2026-11-01 01:10")},
        ["v1"],
    ),
    (Occasion.MOTION_DEADLINE_UNKNOWN, {}, []),
    (
        Occasion.PLEA_BARS_ARGUMENT,
        {"body": PLEA % "arguments: [{argument: variance, permission: barred}]"},
        ["p1"],
    ),
    (Occasion.NARRATIVE_CONFLICT, {"body": PLEA % "narrative_conflict: yes"}, ["p1"]),
    (Occasion.NARRATIVE_UNCOMPARED, {"body": PLEA % "narrative_conflict: unknown"}, ["p1"]),
    (Occasion.COOPERATION_BEGUN, {"body": AIDING % ("discussed", "")}, ["k1"]),
    (Occasion.COOPERATION_POSSIBLE, {"body": AIDING % ("agreement", "")}, ["k1"]),
    (Occasion.NO_PLEA_AGREEMENT, {}, []),
    (
        Occasion.THREAT_CAN_BE_SHOWN,
        {"body": f"{THREAT % 'sources: [e1]'}\n{ITEM % ('messages', '')}"},
        ["t1"],
    ),
    (Occasion.THREAT_CAN_BE_SHOWN, {"body": THREAT % "basis: document"}, ["t1"]),
    (Occasion.ASSISTANCE_MOTION, {"body": AIDING % ("motion_filed", "")}, ["k1"]),
    (
        Occasion.DISCLOSURE_WITHHELD,
        {"body": AIDING % ("proffer", "disclosure: withheld_for_fear")},
        ["k1"],
    ),
    (Occasion.SAFETY_VALVE_POSSIBLE, {"charges": VALVE}, []),
    (Occasion.DISCLOSURE_DUE, {"charges": VALVE}, []),
    (
        Occasion.DISCLOSURE_DUE,
        {"charges": VALVE, "body": AIDING % ("none", "disclosure: incomplete")},
        [],
    ),
    (Occasion.ROLE_RECORDED, {"body": "sentencing: {role: minor participant}"}, []),
    (Occasion.ACCEPTANCE_AT_STAKE, {}, []),
    (Occasion.RANGES_NOT_COMPARED, {}, []),
    (Occasion.MANUAL_NOT_READ, {"matter": "dates: {sentencing: 2027-03-15}"}, []),
]

NO: list[tuple[Occasion, dict[str, str]]] = [
    (Occasion.AWAITING_TRIAL, {"proceeding": "sentencing"}),
    (Occasion.HEADED_FOR_TRIAL, {"proceeding": "sentencing"}),
    (Occasion.HEADED_FOR_TRIAL, {"proceeding": "plea", "charges": "disposition: convicted"}),
    (Occasion.HEADED_FOR_TRIAL, {"proceeding": "plea", "body": PLEADS}),
    (Occasion.TRIAL_POSSIBLE, {"proceeding": "plea", "body": PLEADS}),
    (Occasion.PLEA_PENDING, {}),
    (Occasion.NO_PLEA_AGREEMENT, {"body": PLEA % ""}),
    (Occasion.CONVICTED, {}),
    (Occasion.CONVICTED, {"charges": "disposition: acquitted", "proceeding": "sentencing"}),
    (Occasion.AWAITING_SENTENCE, {}),
    (Occasion.AWAITING_SENTENCE, {"proceeding": "revocation"}),
    (Occasion.AWAITING_SENTENCE, {"proceeding": "sentence_reduction"}),
    (Occasion.ON_SECTION_2255, {"proceeding": "section_2255", "matter": "after_2255_vacatur: yes"}),
    (Occasion.ON_SECTION_2255, {"proceeding": "revocation"}),
    (Occasion.NOT_ON_SECTION_3771A, {"proceeding": "section_3771a"}),
    (Occasion.COUNTS_DECIDED, {}),
    (Occasion.PLEA_TAKEN, {"body": PLEA % ""}),
    (Occasion.PLEA_TAKEN, {"proceeding": "remand"}),
    (Occasion.COUNTS_PENDING, {"charges": "disposition: convicted"}),
    (Occasion.COUNTS_LEFT, {"charges": "disposition: dismissed"}),
    (Occasion.CLIENT_IN_CUSTODY, {"client": "custody: released on bond"}),
    (Occasion.CLIENT_IN_CUSTODY, {"client": "custody: not in custody"}),
    (Occasion.CLIENT_NEEDS_INTERPRETER, {"client": "language: English"}),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: United States"}),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: U.S. citizen by birth"}),
    (
        Occasion.CLIENT_NOT_CITIZEN,
        {"client": "citizenship: United States; enrolled member of a tribe"},
    ),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: Mexico and the United States"}),
    (Occasion.CLIENT_NOT_CITIZEN, {"client": "citizenship: U.S. citizen since 2015"}),
    (Occasion.COMPETENCY_OPEN, {"client": "competency: no concern"}),
    (Occasion.CLIENT_UNDER_AGE, {}),
    (Occasion.CLIENT_UNDER_AGE, {"client": "age_at_offense: 18"}),
    (Occasion.COMPETENCY_UNSETTLED, {}),
    (Occasion.COMPETENCY_UNSETTLED, {"client": "competency: no concern"}),
    (
        Occasion.RAISING_UNDECIDED,
        {"body": "engagement: {decisions: [{id: d, decision: raise_duress, decided: to raise}]}"},
    ),
    (
        Occasion.DECISION_OPEN,
        {
            "body": "engagement: {decisions: ["
            + ", ".join(
                f"{{id: d-{word}, decision: {word}, decided: yes}}"
                for word in ("raise_duress", "testify", "cooperate", "plead")
            )
            + "]}"
        },
    ),
    (
        Occasion.ENGAGEMENT_UNCHECKED,
        {"body": "engagement: {paid_by: the court, other_clients: none}"},
    ),
    (Occasion.ENGAGEMENT_UNCHECKED, {"body": "engagement: {other_clients: none}"}),
    (Occasion.PAYER_UNKNOWN, {"body": "engagement: {paid_by: the court}"}),
    (Occasion.AUTHORITY_UNTRUSTED, {"body": CHANCE % "authority_present: yes"}),
    (
        Occasion.AGENCY_WAS_TOLD,
        {"body": CHANCE % "authority_present: yes, asked_for_help: yes, authority_corrupt: yes"},
    ),
    (
        # The event is the report to that authority, told once more.
        Occasion.AGENCY_WAS_TOLD,
        {
            "body": CHANCE.replace("2026-03-14 05:00", "about 2026-03-14 07:00")
            % "authority_corrupt: yes"
            + "\n"
            + EVENT % "authority_contact"
        },
    ),
    (
        Occasion.VIDEO_NAMED,
        {"body": ITEM % ("border_video", "admissible_through: received at trial")},
    ),
    (Occasion.VIDEO_NAMED, {"body": ITEM % ("border_video", "bates: A-1")}),
    (Occasion.VIDEO_IN_HAND, {"body": ITEM % ("border_video", "")}),
    (
        Occasion.RECORD_ABROAD,
        {
            "body": (THREAT % "sources: [e1]").replace("20:30", "20:30 America/Tijuana")
            + "\n"
            + ITEM % ("messages", "admissible_through: received at trial")
        },
    ),
    (Occasion.NARRATIVE_UNCOMPARED, {}),
    (Occasion.NARRATIVE_UNCOMPARED, {"body": PLEA % "narrative_conflict: no"}),
    (
        Occasion.NARRATIVE_UNCOMPARED,
        {"body": PLEA % "narrative_conflict: unknown", "charges": "disposition: convicted"},
    ),
    (Occasion.JOINT_DEFENSE, {"body": "engagement: {joint_defense: none}"}),
    (Occasion.JOINT_DEFENSE, {"body": "engagement: {joint_defense: none; not discussed}"}),
    (Occasion.MINIMUM_APPLIES, {"charges": "minimum_months: 0"}),
    (Occasion.SEVERAL_COUNTS, {}),
    (
        Occasion.COUNT_IN_SEVERAL_DISTRICTS,
        {"body": THREAT.replace("20:30", "20:30 America/Tijuana") % ""},
    ),
    (Occasion.FACTS_OUTSIDE_DISTRICT, {"charges": "continuing: yes", "body": THREAT % ""}),
    (Occasion.CIRCUIT_LIST_UNKNOWN, {}),
    (Occasion.CIRCUIT_LIST_IN_SUBSTANCE, {}),
    (Occasion.THREAT_READ_AS_LESSER, {"body": LESSER % ("job", "words: You lose it.")}),
    (Occasion.THREAT_READ_AS_LESSER, {"body": LESSER % ("death", "note: Ask.")}),
    (Occasion.THREAT_SHORT_OF_COMMON_LAW, {"body": THREAT % ""}),
    (Occasion.TRAFFICKING_UNSCREENED, {"body": SCREEN % "force: no, fraud: no, coercion: no"}),
    (Occasion.TRAFFICKING_SIGNALS, {"body": SCREEN % "force: no, fraud: no, coercion: no"}),
    (Occasion.VICTIM_AT_OFFENSE, {"body": SCREEN % "victim_at_offense: no"}),
    (Occasion.OFFENSE_BEFORE_STATUTE, {}),
    (
        Occasion.ITEM_CAN_BE_LOST,
        {"body": ITEM % ("border_video", "preservation: {status: secured}")},
    ),
    (Occasion.ITEM_CAN_BE_LOST, {"body": ITEM % ("border_video", "bates: USAO-0001")}),
    (
        Occasion.ITEM_CAN_BE_LOST,
        {"body": ITEM % ("border_video", "preservation: {status: requested}")},
    ),
    (
        Occasion.ITEM_REQUESTED,
        {"body": ITEM % ("border_video", "preservation: {status: at_risk}")},
    ),
    (Occasion.ITEM_WITHOUT_WAY_IN, {"body": ITEM % ("document", "witness: cousin")}),
    (Occasion.ITEM_DATE_MISSING, {"body": ITEM % ("document", "when: 2026-03-14")}),
    (Occasion.VIDEO_NAMED, {"body": ITEM % ("document", "")}),
    (Occasion.ITEM_TO_AUTHENTICATE, {"body": ITEM % ("phone_records", "witness: cousin")}),
    (
        Occasion.WITNESS_NOT_INTERVIEWED,
        {
            "body": "witnesses: [{id: w1, basis: witness, person: cousin, knows: The route., "
            "interviewed: yes}]"
        },
    ),
    (Occasion.SPONSOR_NOT_LISTED, {"body": ITEM % ("medical_record", "witness: client")}),
    (
        Occasion.SPONSOR_NOT_LISTED,
        {
            "body": ITEM
            % ("messages", "witness: cousin, admissible_through: offered by the government")
        },
    ),
    (
        Occasion.SPONSOR_NOT_LISTED,
        {
            "body": ITEM % ("messages", "witness: cousin")
            + "\nwitnesses: [{id: w1, basis: witness, person: cousin, knows: The route.}]"
        },
    ),
    (
        Occasion.RECORD_ABROAD,
        {
            "body": (THREAT % "sources: [e1]").replace("20:30", "20:30 America/Tijuana")
            + "\n"
            + ITEM % ("messages", "preservation: {status: secured}")
        },
    ),
    (
        Occasion.ITEM_TO_SUBPOENA,
        {"body": ITEM % ("phone_records", "preservation: {status: secured}")},
    ),
    (Occasion.WITNESS_TOLD_IN_PRIVILEGE, {"body": WITH_HEARER % "none"}),
    (
        Occasion.WITNESS_TOLD_IN_PRIVILEGE,
        {"body": (WITH_HEARER % "privileged").replace("to: Teresa Ruiz", "to: her lawyer")},
    ),
    (Occasion.AGENCY_WAS_TOLD, {"body": EVENT % "travel"}),
    (Occasion.AGENCY_WAS_TOLD, {"body": CHANCE % "authority_present: yes, asked_for_help: no"}),
    (
        Occasion.ITEM_TO_AUTHENTICATE,
        {"body": ITEM % ("messages", "admissible_through: offered by the government")},
    ),
    (
        Occasion.RECORD_ABROAD,
        {
            "body": ITEM
            % (
                "messages",
                "when: 2026-03-13 07:12 America/Tijuana, preservation: {status: secured}",
            )
        },
    ),
    (Occasion.STATEMENT_TO_TRANSLATE, {"body": SAID % "language: Spanish, recorded: no"}),
    (Occasion.RECORD_ABROAD, {"body": THREAT.replace("20:30", "20:30 America/Chicago") % ""}),
    (Occasion.EXPERT_ON_CONDITION, {"body": EXPERT % ("digital", "")}),
    (Occasion.EXPERT_ON_MENTAL_CONDITION, {"body": EXPERT % ("battering", "")}),
    (Occasion.EXPERT_NOTICE_DUE, {"body": EXPERT % ("battering", "noticed: 2026-10-01")}),
    (Occasion.IMMIGRATION_LAWYER_MISSING, {"client": "immigration_lawyer: T. Zielinski"}),
    (Occasion.IMMIGRATION_LAWYER, {}),
    (Occasion.PROFFER_UNPROTECTED, {"body": SAID % "protection: proffer_letter"}),
    (Occasion.PROFFER_UNPROTECTED, {"body": SAID % "protection: immunity"}),
    (
        Occasion.EXAMINATION_AHEAD,
        {
            "body": EXPERT % ("battering", "noticed: 2026-10-01")
            + "\n"
            + SAID % "protection: examination"
        },
    ),
    (
        Occasion.EXPERTS_REQUEST_OPEN,
        {"body": EXPERT % ("digital", "government_requested_disclosure: yes")},
    ),
    (Occasion.EXPERT_DISCLOSURE_TRIGGERED, {"body": EXPERT % ("battering", "")}),
    (Occasion.RIGHT_INVOKED, {"body": SAID % "custodial: yes"}),
    (Occasion.STATEMENT_TO_SUPPRESS, {"body": SAID % "custodial: yes, warned: yes"}),
    (
        Occasion.STATEMENT_TO_SUPPRESS,
        {"body": (SAID % "custodial: yes").replace("an agent", "Teresa Ruiz")},
    ),
    (Occasion.STATEMENT_WARNED_LATER, {"body": TWICE % ("", "08:00")}),
    (Occasion.STATEMENT_WARNED_LATER, {"body": TWICE % ("custodial: no,", "11:00")}),
    (Occasion.STATEMENT_WARNED_LATER, {"body": SAID % "warned: yes"}),
    (
        Occasion.STATEMENT_WARNED_LATER,
        {"body": TWICE.replace("warned: yes", "warned: yes, invoked: counsel") % ("", "11:00")},
    ),
    (Occasion.STATEMENT_CONDITIONS_OPEN, {"body": SAID % "custodial: yes, recorded: yes"}),
    (Occasion.STATEMENT_CONDITIONS_OPEN, {"body": SAID % "protection: proffer_letter"}),
    (Occasion.STATEMENT_TO_TRANSLATE, {"body": SAID % "language: English"}),
    (Occasion.STATEMENT_PROTECTED, {"body": SAID % ""}),
    (Occasion.ACCOUNTS_CONFLICT, {"body": SAID % ""}),
    # What another said is not the defense's to offer.
    (
        Occasion.ACCOUNTS_CONFLICT,
        {"body": SAID % "speaker: rolo, conflicts_with: [v1]" + "\n" + EVENT % "other"},
    ),
    (Occasion.COERCER_CHARGED, {"body": MATE % "coercer: no"}),
    *(
        (Occasion.COERCER_CHARGED, {"body": MATE % f"coercer: yes, stands: {word}"})
        for word in ("pleaded", "convicted", "acquitted", "dismissed")
    ),
    (Occasion.COERCER_CHARGED, {"body": MATE % "stands: pleaded"}),
    *(
        (Occasion.COERCER_TRIED_TOO, {"body": MATE % f"coercer: yes, stands: {word}"})
        for word in ("severed", "pleaded", "convicted", "acquitted", "dismissed", "not_arrested")
    ),
    (Occasion.COERCER_TRIED_TOO, {"body": MATE % "coercer: no, stands: pending"}),
    (Occasion.CODEFENDANT_SPEAKS, {"body": MATE % ""}),
    (
        Occasion.CODEFENDANT_SPEAKS,
        {"body": MATE % "spoke_of_client: no, statements: None was produced."},
    ),
    (
        Occasion.QUESTION_UNANSWERED,
        {
            "body": CHANCE
            % "phone: no"
            + "\nanswers: [{id: n1, basis: client_account, question: no_help, opportunity: o1, "
            "answer: They watched.}]"
        },
    ),
    (Occasion.MOMENT_TO_PIN_DOWN, {"body": EVENT % "surrender"}),
    (Occasion.HOUR_TO_TELL_APART, {"body": EVENT % "surrender"}),
    (
        Occasion.MOTION_DEADLINE_UNKNOWN,
        {"matter": "motion_deadline: {date: 2026-12-14, order: ECF No. 31}"},
    ),
    (Occasion.MOTION_DEADLINE_UNKNOWN, {"charges": "disposition: convicted"}),
    (Occasion.NARRATIVE_CONFLICT, {"body": PLEA % "narrative_conflict: no"}),
    (Occasion.COOPERATION_BEGUN, {"body": AIDING % ("none", "")}),
    (Occasion.ASSISTANCE_MOTION, {"body": AIDING % ("proffer", "")}),
    (Occasion.DISCLOSURE_WITHHELD, {"body": AIDING % ("proffer", "disclosure: made")}),
    (Occasion.SAFETY_VALVE_POSSIBLE, {"charges": "minimum_months: 0"}),
    (
        Occasion.SAFETY_VALVE_POSSIBLE,
        {"charges": VALVE, "body": "sentencing: {safety_valve: {no_violence: no}}"},
    ),
    (Occasion.DISCLOSURE_DUE, {"charges": "minimum_months: 0"}),
    (
        Occasion.DISCLOSURE_DUE,
        {"charges": VALVE, "body": AIDING % ("none", "disclosure: made")},
    ),
    (
        Occasion.DISCLOSURE_DUE,
        {"charges": VALVE, "body": "sentencing: {safety_valve: {truthful_disclosure: yes}}"},
    ),
    (
        Occasion.DECISION_OPEN,
        {
            "body": "engagement: {decisions: ["
            + ", ".join(
                f"{{id: d-{word}, decision: {word}, decided: yes}}"
                for word in ("raise_duress", "testify", "cooperate")
            )
            + "]}",
            "proceeding": "sentencing",
        },
    ),
    (Occasion.ROLE_RECORDED, {}),
    (Occasion.ACCEPTANCE_AT_STAKE, {"charges": "disposition: convicted"}),
    (
        Occasion.MANUAL_NOT_READ,
        {
            "matter": "dates: {sentencing: 2027-03-15}",
            "body": "sentencing: {manual_checked: {by: A. Pike, on: 2026-11-20}}",
        },
    ),
]

OPEN: list[tuple[Occasion, dict[str, str], list[str]]] = [
    (Occasion.CLIENT_IN_CUSTODY, {}, ["client.custody"]),
    (Occasion.CLIENT_NEEDS_INTERPRETER, {}, ["client.language"]),
    (Occasion.MINIMUM_APPLIES, {}, ["count-1.minimum_months"]),
    (Occasion.DEFENSE_AVAILABLE, {"district": "med"}, []),
    (Occasion.THREAT_RECORDED, {}, ["threats"]),
    (
        Occasion.THREAT_SHORT_OF_COMMON_LAW,
        {"body": (THREAT % "").replace("kinds: [death], ", "")},
        ["t1.kinds"],
    ),
    (Occasion.TRAFFICKING_SIGNALS, {}, ["trafficking"]),
    (Occasion.VICTIM_AT_OFFENSE, {}, ["trafficking"]),
    (Occasion.VICTIM_AT_OFFENSE, {"body": SCREEN % "force: yes"}, ["scr.victim_at_offense"]),
    (Occasion.OFFENSE_COVERED, {}, ["count-1.violent"]),
    (Occasion.COERCER_CHARGED, {"body": MATE % ""}, ["c1.coercer"]),
    (Occasion.COERCER_TRIED_TOO, {"body": MATE % "stands: pending"}, ["c1.coercer"]),
    (Occasion.HEADED_FOR_TRIAL, {"proceeding": "plea"}, ["engagement.decisions.plead"]),
    (Occasion.HEADED_FOR_TRIAL, {"docket": "3:26-mj-00001"}, ["matter.dates.indictment"]),
    (Occasion.THREAT_CAN_BE_SHOWN, {}, []),
    (Occasion.THREAT_CAN_BE_SHOWN, {"body": THREAT % ""}, []),
    (
        Occasion.THREAT_CAN_BE_SHOWN,
        {"body": f"{THREAT % 'sources: [e1]'}\n{ITEM % ('messages', 'handling: privileged')}"},
        [],
    ),
    (Occasion.COOPERATION_BEGUN, {}, []),
    (Occasion.COOPERATION_POSSIBLE, {}, ["cooperation.on_offer"]),
    (Occasion.COOPERATION_POSSIBLE, {"body": AIDING % ("none", "")}, ["cooperation.on_offer"]),
    (Occasion.COOPERATION_POSSIBLE, {"body": AIDING % ("proffer", "")}, ["cooperation.on_offer"]),
    (
        Occasion.COOPERATION_POSSIBLE,
        {"body": AIDING % ("proffer", "what: All that she knew.")},
        ["cooperation.willing"],
    ),
    (
        Occasion.COOPERATION_POSSIBLE,
        {"body": "engagement: {decisions: [{id: d, decision: cooperate, decided: not for now}]}"},
        ["cooperation.to_tell"],
    ),
    (
        Occasion.COOPERATION_POSSIBLE,
        {
            "body": AIDING % ("proffer", "disclosure: made")
            + "\nengagement: {decisions: [{id: d, decision: cooperate, decided: no more}]}"
        },
        [],
    ),
    (Occasion.DISCLOSURE_WITHHELD, {"body": AIDING % ("proffer", "")}, ["k1.disclosure"]),
    (Occasion.NARRATIVE_CONFLICT, {"body": PLEA % ""}, []),
    (Occasion.PROCEEDING_READ, {"proceeding": "revocation"}, []),
    (Occasion.PROCEEDING_READ, {"proceeding": "section_2255"}, []),
]
"""What is not recorded is open, and names the gap."""


def asked(**case: str) -> Bearings:
    body = case.pop("body", "")
    return Bearings(position(record(body, **case)))


def test_every_occasion_is_answered() -> None:
    assert set(OCCASIONS) == set(Occasion)
    assert len(OCCASIONS) > 60


@pytest.mark.parametrize(("occasion", "case", "facts"), HOLDS)
def test_it_holds_and_names_the_facts_it_rests_on(
    occasion: Occasion, case: dict[str, str], facts: list[str]
) -> None:
    bearing = asked(**case).of(occasion)
    assert bearing.holds is True
    assert [each.id for each in bearing.facts] == facts


@pytest.mark.parametrize(("occasion", "case"), NO)
def test_it_does_not_hold(occasion: Occasion, case: dict[str, str]) -> None:
    assert asked(**case).of(occasion).holds is False


@pytest.mark.parametrize(("occasion", "case", "gaps"), OPEN)
def test_what_is_not_recorded_leaves_it_open(
    occasion: Occasion, case: dict[str, str], gaps: list[str]
) -> None:
    bearing = asked(**case).of(occasion)
    assert bearing.holds is None
    assert [each.id for each in bearing.gaps] == gaps


def test_counts_that_are_charged_decide_what_turns_on_counts() -> None:
    assert asked_counts("coercion_crime", Occasion.COERCION_CHARGED)
    assert asked_counts("sex_trafficking", Occasion.SEX_OFFENSE_CHARGED)
    assert not asked_counts("robbery", Occasion.COERCION_CHARGED)
    assert not asked_counts("robbery", Occasion.SEX_OFFENSE_CHARGED)
    assert asked_counts("murder", Occasion.DEATH_UNDECIDED)
    assert asked_counts("felony_murder", Occasion.DEATH_UNDECIDED)
    assert not asked_counts("assault", Occasion.DEATH_UNDECIDED)


@pytest.mark.parametrize(
    ("entry", "sought", "undecided"),
    [
        ("", False, True),
        (", death_sought: unknown", False, True),
        (", death_sought: no", False, False),
        (", death_sought: yes", True, False),
    ],
)
def test_whether_death_is_sought_is_open_until_the_government_has_said(
    entry: str, sought: bool, undecided: bool
) -> None:
    assert asked_counts(f"murder{entry}", Occasion.DEATH_SOUGHT) is sought
    assert asked_counts(f"murder{entry}", Occasion.DEATH_UNDECIDED) is undecided


def asked_counts(offense: str, occasion: Occasion) -> bool | None:
    return Bearings(position(record(second=f"offense: {offense}"))).of(occasion).holds


def test_two_pending_counts_are_several() -> None:
    bearing = Bearings(position(record(second="offense: fraud"))).of(Occasion.SEVERAL_COUNTS)
    assert bearing.holds is True
    assert [each.id for each in bearing.charges] == ["count-1", "count-2"]


def test_a_count_before_the_statute_is_named() -> None:
    case = record(second="offense: fraud, start: 2025-06-01")
    bearing = Bearings(position(case)).of(Occasion.OFFENSE_BEFORE_STATUTE)
    assert (bearing.holds, [each.id for each in bearing.charges]) == (True, ["count-2"])


def test_a_count_before_the_statute_raises_nothing_where_the_screen_excludes_trafficking() -> None:
    screened = SCREEN % "force: no, fraud: no, coercion: no"
    case = record(screened, second="offense: fraud, start: 2025-06-01")
    assert Bearings(position(case)).of(Occasion.OFFENSE_BEFORE_STATUTE).holds is False


@pytest.mark.parametrize("victim", ["yes", "no", "unknown"])
@pytest.mark.parametrize(("start", "reaches"), [("2025-11-02", None), ("2026-02-02", True)])
def test_what_the_screen_found_does_not_say_whether_the_statute_reaches_an_offense(
    victim: str, start: str, reaches: bool | None
) -> None:
    screen = SCREEN % f"victim_at_offense: {victim}"
    found = asked(body=screen, second=f"offense: fraud, start: {start}, end: {start}")
    assert found.of(Occasion.STATUTE_REACHES_OFFENSE).holds is reaches


@pytest.mark.parametrize(
    ("decided", "headed"),
    [
        ("decided: to plead to Count One", False),
        ("decided: to go to trial", True),
        ("decided: not to plead", True),
        ("decided: to plead to Count One if the others are dismissed", None),
        ("decided: to refuse the offer of August 14", None),
        ("decided: to refuse the offer of August 14, chosen: no", True),
        ("decided: undecided", None),
        ("decided: not yet", None),
        ("advised: 2026-03-01", None),
    ],
)
def test_what_closes_a_trial_is_a_decision_to_plead(decided: str, headed: bool | None) -> None:
    body = f"engagement: {{decisions: [{{id: d, decision: plead, {decided}}}]}}"
    found = asked(proceeding="plea", body=body)
    assert found.of(Occasion.HEADED_FOR_TRIAL).holds is headed
    assert found.of(Occasion.PLEA_DECIDED).holds is (headed is False)


def test_a_decision_that_is_not_made_is_open() -> None:
    made = "engagement: {decisions: [{id: d, decision: raise_duress, decided: %s}]}"
    assert asked(body=made % "undecided").of(Occasion.RAISING_UNDECIDED).holds
    assert not asked(body=made % "not to raise it").of(Occasion.RAISING_UNDECIDED).holds


def test_the_statute_is_not_asked_for_before_its_day() -> None:
    before = Bearings(position(record(), day=date(2026, 1, 22)))
    assert before.of(Occasion.STATUTE_IN_FORCE).holds is False
    on = Bearings(position(record(), day=date(2026, 1, 23)))
    assert on.of(Occasion.STATUTE_IN_FORCE).holds is True


THREATENED = record(THREAT % "")
FACT = THREATENED.facts["t1"]


def test_elements_supported_follows_the_elements() -> None:
    supported = finding(Concept.THREAT, reason(Concept.THREAT, FACT))
    open_ = finding(Concept.FEAR, reason(Concept.FEAR), state=ShownState.MISSING)
    absent = finding(Concept.ESCAPE, reason(Concept.ESCAPE), state=ShownState.ABSENT)
    for elements, holds, named in (
        ((supported,), True, ["threat"]),
        ((supported, open_), None, ["fear"]),
        ((supported, open_, absent), False, ["escape"]),
    ):
        bearing = Bearings(position(THREATENED, *elements)).of(Occasion.ELEMENTS_SUPPORTED)
        assert bearing.holds is holds
        assert [each.id for each in bearing.elements] == named


def test_where_only_the_tie_to_a_count_is_open_support_turns_on_what_it_leaves_apart() -> None:
    two = record(THREAT % "demanded_offense: count-1", second="offense: fraud, start: 2025-06-01")
    fact = two.facts["t1"]
    tied = finding(Concept.THREAT, reason(Concept.THREAT, fact))
    apart = replace(tied, charges=two.case.charges)
    bearing = Bearings(position(two, tied, apart)).of(Occasion.ELEMENTS_SUPPORTED)
    assert (bearing.holds, list(bearing.elements)) == (None, [apart])


def test_where_the_court_s_list_is_not_known_support_stays_open() -> None:
    supported = finding(Concept.THREAT, reason(Concept.THREAT, FACT))
    elsewhere = record(THREAT % "", district="vaed")
    bearing = Bearings(position(elsewhere, supported)).of(Occasion.ELEMENTS_SUPPORTED)
    assert bearing.holds is None


@pytest.mark.parametrize(
    ("voices", "beside", "only"),
    [(("client",), False, True), (("client", "cousin"), True, False), (("cousin",), True, False)],
)
def test_whose_word_an_element_stands_on(voices: tuple[str, ...], beside: bool, only: bool) -> None:
    element = finding(Concept.THREAT, reason(Concept.THREAT, FACT, voices=voices))
    bearings = Bearings(position(THREATENED, element))
    assert bearings.of(Occasion.VOICE_BESIDE_CLIENT).holds is beside
    assert bearings.of(Occasion.ONLY_CLIENT_PROVES).holds is only


def test_a_hurting_voice_is_no_proof_beside_the_client() -> None:
    hurts = reason(Concept.THREAT, FACT, direction=Direction.HURTS, voices=("cousin",))
    element = finding(Concept.THREAT, reason(Concept.THREAT, FACT), hurts)
    bearings = Bearings(position(THREATENED, element))
    assert bearings.of(Occasion.VOICE_BESIDE_CLIENT).holds is False


def test_a_fact_that_cuts_both_ways_on_an_element_bears_nothing_out() -> None:
    helps = reason(Concept.THREAT, FACT, voices=("client", "cousin"))
    hurts = reason(Concept.THREAT, FACT, direction=Direction.HURTS, voices=("client", "cousin"))
    bearings = Bearings(position(THREATENED, finding(Concept.THREAT, helps, hurts)))
    assert bearings.of(Occasion.VOICE_BESIDE_CLIENT).holds is False


def test_what_the_government_alleges_comes_after_any_other_proof_beside_the_client() -> None:
    case = record("threats:\n  - {id: t1, kinds: [death]}\n  - {id: t2, kinds: [death]}\n")
    alleged = reason(Concept.THREAT, case.facts["t1"], voices=("government",))
    seen = reason(Concept.THREAT, case.facts["t2"], voices=("client", "cousin"))
    for reasons, first in (((alleged, seen), "t2"), ((alleged,), "t1")):
        element = finding(Concept.THREAT, *reasons)
        bearing = Bearings(position(case, element)).of(Occasion.VOICE_BESIDE_CLIENT)
        assert [fact.id for fact in bearing.facts] == [first]


@pytest.mark.parametrize("voice", ["ev", "cousin"])
def test_the_item_that_bears_a_fact_out_is_named_and_not_the_fact(voice: str) -> None:
    case = record(
        "threats: [{id: t1, speaker: rolo, kinds: [death], sources: [bad, ev]}]\n"
        "evidence:\n"
        "  - {id: bad, kind: document, form: writing, what: A note}\n"
        "  - {id: ev, kind: messages, form: writing, what: The messages, witness: cousin}\n"
    )
    helps = reason(Concept.THREAT, case.facts["t1"], voices=("client", voice))
    found = Bearings(position(case, finding(Concept.THREAT, helps)))
    assert [each.id for each in found.of(Occasion.VOICE_BESIDE_CLIENT).facts] == ["ev"]


def test_a_missing_fact_that_would_move_an_element_is_to_be_established() -> None:
    gap = THREATENED.gap("t1.specific")
    assert gap is not None
    at = position(THREATENED, changes=(change(Concept.THREAT, gap),))
    bearing = Bearings(at).of(Occasion.FACT_TO_ESTABLISH)
    assert (bearing.holds, [each.id for each in bearing.gaps]) == (True, ["t1.specific"])
    assert not Bearings(position(THREATENED)).of(Occasion.FACT_TO_ESTABLISH).holds


def test_occasions_together_hold_only_if_each_does_and_tell_each_thing_once() -> None:
    bearings = Bearings(position(record(THREAT % "")))
    both = bearings.all_of((Occasion.AWAITING_TRIAL, Occasion.THREAT_RECORDED))
    assert both.holds is True
    assert [each.id for each in both.facts] == ["t1"]
    assert [each.id for each in both.charges] == ["count-1"]
    again = bearings.all_of((Occasion.AWAITING_TRIAL, Occasion.COUNTS_LEFT))
    assert [each.id for each in again.charges] == ["count-1"]
    assert bearings.all_of(()).holds is True


def test_one_that_fails_decides_and_one_that_is_open_leaves_the_whole_open() -> None:
    bearings = Bearings(position(record()))
    assert bearings.all_of((Occasion.THREAT_RECORDED, Occasion.AWAITING_TRIAL)).holds is None
    assert bearings.all_of((Occasion.AWAITING_TRIAL, Occasion.THREAT_RECORDED)).holds is None
    failing = bearings.all_of((Occasion.THREAT_RECORDED, Occasion.CONVICTED))
    assert failing.holds is False


@pytest.mark.parametrize(
    ("second", "holds", "asked_about"),
    [
        ("kidnapping", None, ["count-2"]),
        ("drug_trafficking", None, ["count-1"]),
        ("murder", False, ["count-1", "count-2"]),
    ],
)
def test_a_count_without_the_defense_is_in_question_only_where_no_other_is(
    second: str, holds: bool | None, asked_about: list[str]
) -> None:
    both = case(charges=counts("offense: murder", f"offense: {second}"))
    found = Bearings(position(both)).of(Occasion.DEFENSE_AVAILABLE)
    assert found.holds is holds
    assert [each.id for each in found.charges] == asked_about
