"""The words on which tasks arise and strategy turns: what a law record may ask of a whole case.

An occasion is a yes-or-no question about the case and its findings; the answer carries the
facts, gaps and counts it rests on.  Analysis answers every occasion listed here; a law file
that asks another one does not load.
"""

from __future__ import annotations

from enum import StrEnum

from drafter.doctrine.records import Record


class Occasion(StrEnum):
    """A question about a case; each says what its answer rests on."""

    # The stage
    AWAITING_TRIAL = "awaiting_trial"
    """The proceeding is a trial and counts are pending, whatever has been offered."""
    HEADED_FOR_TRIAL = "headed_for_trial"
    """The same; open at the stage of a plea while the client is not recorded as deciding on one."""
    PLEA_DECIDED = "plea_decided"
    """At the stage of a plea, a decision of the client's whether to plead is recorded."""
    ON_COMPLAINT = "on_complaint"
    """A trial awaits by the proceeding; the number is that of a complaint, no indictment shown."""
    TRIAL_POSSIBLE = "trial_possible"
    """A trial awaits, or that is open."""
    PLEA_PENDING = "plea_pending"
    """Counts are pending, and a plea agreement is recorded or the proceeding is a plea."""
    CONVICTED = "convicted"
    """A count ended in a conviction."""
    AWAITING_SENTENCE = "awaiting_sentence"
    """The proceeding is a sentencing, a plea, a remand or another that ends in a sentence."""
    COUNTS_PENDING = "counts_pending"
    """Counts are pending, so that a trial or a plea is to come."""
    COUNTS_LEFT = "counts_left"
    """Some count is pending or ended in a conviction."""

    # The client
    CLIENT_IN_CUSTODY = "client_in_custody"
    """By the words of the custody field."""
    CLIENT_NEEDS_INTERPRETER = "client_needs_interpreter"
    CLIENT_NOT_CITIZEN = "client_not_citizen"
    """Citizenship of the United States is not recorded: another is, or none."""
    IMMIGRATION_LAWYER = "immigration_lawyer"
    """Somebody is recorded as advising the client on immigration."""
    IMMIGRATION_LAWYER_MISSING = "immigration_lawyer_missing"
    """Nobody is."""
    GRAND_JURY_MATERIAL = "grand_jury_material"
    """Facts or items are marked as grand jury material."""
    PROTECTED_MATERIAL = "protected_material"
    """Facts or items are marked as under a protective order."""
    PRESENTENCE_MATERIAL = "presentence_material"
    """Facts or items are marked as from the presentence report."""
    COMPETENCY_OPEN = "competency_open"
    """Counsel's view of the client's competency is not recorded."""
    DECISION_OPEN = "decision_open"
    """A decision that is the client's has no advice or no outcome recorded."""
    RAISING_UNDECIDED = "raising_undecided"
    """Whether duress is raised is not recorded as decided."""

    # The engagement
    PAYER_UNKNOWN = "payer_unknown"
    """Who pays for the defense is not recorded."""
    ENGAGEMENT_UNCHECKED = "engagement_unchecked"
    """Whether there are other clients in the matter is not recorded; or there are some."""
    JOINT_DEFENSE = "joint_defense"
    """A joint defense is recorded."""

    # The counts
    MINIMUM_APPLIES = "minimum_applies"
    """A count carries a statutory minimum."""
    SEVERAL_COUNTS = "several_counts"
    """More than one count is pending."""
    COUNT_SHOWN_IN_PART = "count_shown_in_part"
    """A count that lasts has a part over which no threat stood by which an element is shown."""
    COUNT_IN_SEVERAL_DISTRICTS = "count_in_several_districts"
    """A pending count is continuing or a conspiracy."""
    FACTS_OUTSIDE_DISTRICT = "facts_outside_district"
    """Facts are recorded by the time of another place than the district's."""
    COERCION_CHARGED = "coercion_charged"
    """Coercion is the crime charged in some count."""
    SEX_OFFENSE_CHARGED = "sex_offense_charged"
    """A count is of a category on sexual conduct."""
    DEATH_SOUGHT = "death_sought"
    """Recorded of a count left: the government seeks death."""
    DEATH_UNDECIDED = "death_undecided"
    """A count left is of a category on killing, and whether death is sought is not recorded."""

    # The law of the place
    CIRCUIT_LIST_UNKNOWN = "circuit_list_unknown"
    """The court's list of elements is not known: the protective list is worked through."""
    CIRCUIT_LIST_IN_SUBSTANCE = "circuit_list_in_substance"
    """It is known in substance only."""
    CIRCUIT_LEADS = "circuit_leads"
    """The court's record names leads to read."""
    DEFENSE_AVAILABLE = "defense_available"
    """For every count, or for none of them; open where courts differ by count or are not known."""

    # The elements
    ELEMENTS_SUPPORTED = "elements_supported"
    """Each element has enough for the jury; open where one is not known."""
    THREAT_RECORDED = "threat_recorded"
    THREAT_CAN_BE_SHOWN = "threat_can_be_shown"
    """Something beside the client's account bears on a threat; open where nothing does."""
    THREAT_SHORT_OF_COMMON_LAW = "threat_short_of_common_law"
    """Threats are recorded, and none is of death or serious bodily injury."""
    VOICE_BESIDE_CLIENT = "voice_beside_client"
    """Somebody's or something's word beside the client's helps an element."""
    ONLY_CLIENT_PROVES = "only_client_proves"
    """Something an element needs stands on the client's word alone."""

    # The statutory route
    TRAFFICKING_UNSCREENED = "trafficking_unscreened"
    """The client was not screened, or not for all of force, fraud and coercion."""
    TRAFFICKING_SIGNALS = "trafficking_signals"
    """The screen shows signs, or that the client was a victim."""
    VICTIM_AT_OFFENSE = "victim_at_offense"
    """Recorded: a victim of trafficking at the time of the offense."""
    STATUTE_IN_FORCE = "statute_in_force"
    """The statutory route is law on the as-of day."""
    OFFENSE_COVERED = "offense_covered"
    """Each count left may be a covered offense; open where violence is not recorded."""
    OFFENSE_BEFORE_STATUTE = "offense_before_statute"
    """A count began before the statute, and the screen does not exclude trafficking."""
    STATUTE_REACHES_OFFENSE = "statute_reaches_offense"
    """No count began before the statute; open where one did, since no decision was found."""

    # Evidence and witnesses
    ITEM_CAN_BE_LOST = "item_can_be_lost"
    """An item is not secured and is of a kind that is lost, or counsel recorded the risk."""
    ITEM_REQUESTED = "item_requested"
    """Counsel asked that an item be kept, and has not recorded that it is."""
    ITEM_WITHOUT_WAY_IN = "item_without_way_in"
    """Neither a witness nor another way in is recorded for an item."""
    ITEM_DATE_MISSING = "item_date_missing"
    VIDEO_NAMED = "video_named"
    """Video of the place is among the items, and was not received in evidence."""
    ITEM_TO_AUTHENTICATE = "item_to_authenticate"
    """Electronic records, not offered by the government, without a witness or to be certified."""
    ITEM_TO_SUBPOENA = "item_to_subpoena"
    """The same, where the item itself is not secured."""
    WITNESS_NOT_INTERVIEWED = "witness_not_interviewed"
    """A witness is not recorded as interviewed."""
    SPONSOR_NOT_LISTED = "sponsor_not_listed"
    """The witness of an item that the government does not offer is not among the witnesses."""
    AGENCY_WAS_TOLD = "agency_was_told"
    """An authority was contacted or asked for help: it will have records.  Not one that is
    recorded as corrupt, or in the hands of whoever made the threat."""
    AUTHORITY_UNTRUSTED = "authority_untrusted"
    """Such a one was there, or was told."""
    RECORD_ABROAD = "record_abroad"
    """A fact lies abroad, by the zone of its time or by how it comes in, and is not secured."""
    EXPERT_ON_CONDITION = "expert_on_condition"
    """An expert on battering or a mental condition is proposed or retained."""
    EXPERT_NOTICE_DUE = "expert_notice_due"
    """Such an expert, and no notice is recorded."""
    EXPERT_DISCLOSURE_TRIGGERED = "expert_disclosure_triggered"
    """The government met a request for its experts, or notice under Rule 12.2(b) was given."""
    EXPERTS_REQUEST_OPEN = "experts_request_open"
    """No request for the government's experts is recorded as met."""
    EXAMINATION_AHEAD = "examination_ahead"
    """Such an expert on the client's condition, and not both notice and an examination recorded."""
    OTHER_ACT_ALLEGED = "other_act_alleged"
    """An act outside the charge may be used on willingness."""
    ACT_IN_COUNT_ALLEGED = "act_in_count_alleged"
    """An act of the kind that is charged is alleged as unforced, within the period of a count."""

    # Statements
    RIGHT_INVOKED = "right_invoked"
    """The client invoked silence or counsel."""
    STATEMENT_TO_SUPPRESS = "statement_to_suppress"
    """A suppression issue is recorded, or a statement in custody without a recorded warning."""
    STATEMENT_CONDITIONS_OPEN = "statement_conditions_open"
    """Whether a statement of the client's was recorded, or was made in custody, is not known."""
    STATEMENT_TO_TRANSLATE = "statement_to_translate"
    """A statement was made in another language than English, and not without a recording."""
    STATEMENT_PROTECTED = "statement_protected"
    """A proffer letter, immunity, plea talks, an examination or an asylum interview."""
    OWN_WORDS_PROVE = "own_words_prove"
    """What helps an element, and is the defense's to offer, holds the client's words."""
    ACCOUNTS_CONFLICT = "accounts_conflict"
    """Facts are recorded as conflicting with an account."""

    # Other people
    COERCER_CHARGED = "coercer_charged"
    """A co-defendant whose charge has not ended is the coercer; open where that is not recorded."""
    COERCER_TRIED_TOO = "coercer_tried_too"
    """A co-defendant to be tried with the client is the coercer; open where not recorded."""
    CODEFENDANT_SPEAKS = "codefendant_speaks"
    """A co-defendant's statements about the client are recorded."""
    PEOPLE_AT_RISK = "people_at_risk"
    """A safety concern is recorded."""
    NAMES_TO_PROTECT = "names_to_protect"
    """A minor or a protected person is named."""

    # What is not known
    FACT_TO_ESTABLISH = "fact_to_establish"
    """A missing or disputed fact would move an element."""
    QUESTION_UNANSWERED = "question_unanswered"
    """The prosecutor will point at a fact for which the client's answer is not recorded."""
    MOMENT_TO_PIN_DOWN = "moment_to_pin_down"
    """A time is too wide to say in which order two things happened."""
    MOTION_DEADLINE_UNKNOWN = "motion_deadline_unknown"
    """Counts are pending, and no order that sets the deadline is recorded."""

    # Plea, cooperation, sentence
    NO_PLEA_AGREEMENT = "no_plea_agreement"
    """Neither an agreement nor a draft of one is recorded."""
    PLEA_BARS_ARGUMENT = "plea_bars_argument"
    """The plea agreement bars an argument on the sentence, or is unclear on one."""
    NARRATIVE_CONFLICT = "narrative_conflict"
    """The client's account departs from the factual basis of the plea."""
    COOPERATION_BEGUN = "cooperation_begun"
    """Cooperation was discussed or goes further."""
    PROFFER_UNPROTECTED = "proffer_unprotected"
    """No statement of the client's under a proffer letter or immunity is recorded."""
    COOPERATION_POSSIBLE = "cooperation_possible"
    """Cooperation is agreed on; until then, after a proffer too, whether it will be is open."""
    ASSISTANCE_MOTION = "assistance_motion"
    """The government's motion is expected or filed."""
    DISCLOSURE_WITHHELD = "disclosure_withheld"
    """Disclosure was withheld for fear, or is incomplete."""
    SAFETY_VALVE_POSSIBLE = "safety_valve_possible"
    """A count carries a minimum and no recorded fact shuts the safety valve out."""
    DISCLOSURE_DUE = "disclosure_due"
    """So it is, and the disclosure that it asks for is not recorded as made."""
    ROLE_RECORDED = "role_recorded"
    """Counsel recorded the role the defense will argue."""
    ACCEPTANCE_AT_STAKE = "acceptance_at_stake"
    """Counts are pending, so that a trial may bear on acceptance."""
    RANGES_NOT_COMPARED = "ranges_not_compared"
    """Which Manual governs turns on two ranges that are not both entered."""
    MANUAL_NOT_READ = "manual_not_read"
    """Sentence falls under a Manual that no attorney is recorded to have read."""


def occasions(record: Record, name: str) -> tuple[Occasion, ...]:
    """The occasions a list field names; each must be in the vocabulary."""
    found = []
    for each in record.texts(name):
        try:
            found.append(Occasion(each))
        except ValueError:
            hint = "see drafter/doctrine/occasion.py"
            raise record.fault(name, f"{each!r} is not an occasion", hint) from None
    return tuple(found)
