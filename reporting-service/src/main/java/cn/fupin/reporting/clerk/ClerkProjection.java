package cn.fupin.reporting.clerk;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who came into which household and went, what its income was, how far its procedures are, what
 * hangs on the notice boards and who was announced, who helpers are, and whose name may be shown no
 * more.
 */
@Component
class ClerkProjection implements Projection {
    private static final Set<String> INCOMES =
            Set.of(
                    "HouseholdSurveyed",
                    "SurveyCorrected",
                    "RelapseIncomeCorrected",
                    "IncomeRecorded",
                    "MonitoringChecked",
                    "RiskEliminated",
                    "ExitVerified",
                    "HouseholdRelapsed");

    private static final Set<String> PROCEDURES =
            Set.of(
                    "HouseholdApplied",
                    "HouseholdOnFileApplied",
                    "HouseholdBackOnFile",
                    "HouseholdSurveyed",
                    "HouseholdAssessed",
                    "TownshipReviewed",
                    "HouseholdRegistered",
                    "HouseholdRejected",
                    "HouseholdWithdrew",
                    "HouseholdRelapsed",
                    "RelapseIncomeCorrected",
                    "HouseholdRemoved",
                    "HouseholdDissolved",
                    "HouseholdSuspended",
                    "HouseholdResumed",
                    "HouseholdMerged",
                    "HouseholdReclassified",
                    "HouseholdSplit",
                    "HouseholdSplitOff",
                    "CausesCorrected",
                    "MemberJoined",
                    "MemberLeft",
                    "ExitProposed",
                    "ExitAssessed",
                    "ExitVerified",
                    "ExitAgreed",
                    "ExitWithdrawn",
                    "HouseholdExited",
                    "ExitRevoked",
                    "EndRevoked",
                    "RelapseRevoked",
                    "MonitoringRevoked",
                    "RelapseProposed",
                    "RelapseAssessed",
                    "RelapseReviewed",
                    "RelapseWithdrawn",
                    "MonitoringClueRaised",
                    "MonitoringChecked",
                    "MonitoringAssessed",
                    "MonitoringConfirmed",
                    "MonitoringDismissed");

    private record Member(
            String personId, String maskedName, String relation, @Nullable Integer birthYear) {}

    private record Opened(String householdId, List<Member> members, LocalDate occurredOn) {}

    private record Split(
            String householdId,
            String newHouseholdId,
            List<String> personIds,
            LocalDate occurredOn) {}

    private record Joined(String householdId, Member member, LocalDate occurredOn) {}

    private record Left(
            String householdId,
            String personId,
            @Nullable String toHouseholdId,
            @Nullable String reason,
            LocalDate occurredOn) {}

    private record Identified(String householdId, Member member, LocalDate occurredOn) {}

    private record Corrected(String householdId, Member member, LocalDate memberSince) {}

    private record DayCorrected(
            String householdId,
            String correctsEventId,
            boolean came,
            Member member,
            LocalDate rightDay,
            @Nullable String left,
            @Nullable String toHouseholdId) {}

    private record Earned(
            String householdId,
            @Nullable Integer incomeYear,
            @Nullable Long incomeFenPerHead,
            @Nullable String correctsEventId,
            LocalDate occurredOn) {}

    private record Stepped(
            String householdId,
            @Nullable Long persons,
            @Nullable String noticeId,
            @Nullable Integer quotaYear,
            @Nullable List<String> otherCauses,
            @Nullable String intoHouseholdId,
            @Nullable String newHouseholdId,
            @Nullable List<String> personIds,
            @Nullable LocalDate announcedOn,
            @Nullable String assessmentId,
            @Nullable String correctsEventId,
            @Nullable String povertyLineId,
            @Nullable Long lineFenPerYear,
            @Nullable Long incomeFenPerHead,
            LocalDate occurredOn) {
        /** Whose persons they are from then on, of a merger and of a split. */
        @Nullable String toHouseholdId() {
            return intoHouseholdId == null ? newHouseholdId : intoHouseholdId;
        }
    }

    private record Signed(
            String householdId,
            @Nullable String signedBy,
            @Nullable String authorisationSignedBy,
            @Nullable Integer year,
            @Nullable Integer quarter,
            LocalDate occurredOn) {
        String occasion() {
            if (year == null) return "";
            return quarter == null ? year.toString() : year + "-" + quarter;
        }
    }

    private record Described(String householdId, Details details, LocalDate occurredOn) {
        record Details(@Nullable Dwelling dwelling, @Nullable Water water) {}

        record Dwelling(@Nullable String dangerGrade) {
            @Nullable Boolean isSafe() {
                return dangerGrade == null ? null : Set.of("A", "B").contains(dangerGrade);
            }
        }

        record Water(@Nullable Boolean safe) {}
    }

    private record Numbered(
            String householdId,
            @Nullable String householdNumber,
            @Nullable LocalDate numberedOn,
            LocalDate occurredOn) {
        /** A correction counts from the day on which the wrong one was given. */
        LocalDate since() {
            return numberedOn == null ? occurredOn : numberedOn;
        }
    }

    private record Posted(
            String noticeId,
            String region,
            String kind,
            String place,
            int lastDays,
            List<String> householdIds,
            LocalDate occurredOn) {}

    private record OfNotice(
            String noticeId,
            @Nullable String householdId,
            @Nullable Boolean upheld,
            LocalDate occurredOn) {}

    private record Meeting(String assessmentId, List<Ballot> ballots, LocalDate occurredOn) {
        record Ballot(String householdId, int votesFor, int votesAgainst) {}
    }

    private record Planned(
            String householdId,
            String kind,
            int fromYear,
            int toYear,
            @Nullable List<Goal> goals,
            @Nullable List<Item> planned,
            LocalDate occurredOn) {
        record Goal(int year, long incomeFenPerHead) {}

        record Item(
                String code,
                int year,
                String measure,
                @Nullable String scheme,
                String content,
                @Nullable BigDecimal quantity,
                @Nullable String unit,
                @Nullable Long amountFen,
                @Nullable String responsible,
                @Nullable String ofCode) {}
    }

    private record Done(
            String householdId,
            String kind,
            int fromYear,
            String code,
            @Nullable BigDecimal quantity,
            @Nullable Long amountFen,
            LocalDate occurredOn) {}

    private record OfOmission(
            String noticeId,
            String omissionId,
            @Nullable String householdId,
            @Nullable String personId,
            @Nullable String maskedName,
            @Nullable Boolean upheld,
            @Nullable LocalDate revisitBy,
            LocalDate occurredOn) {}

    private record OfVillageNotice(
            String region,
            String step,
            @Nullable String place,
            @Nullable Integer lastDays,
            @Nullable Boolean upheld,
            LocalDate occurredOn) {}

    private record Announced(
            String announcementId, String kind, List<String> householdIds, LocalDate occurredOn) {}

    private record TakenDown(String announcementId, LocalDate occurredOn) {}

    private record ExclusionRule(
            String exclusionId,
            String region,
            String item,
            String effect,
            LocalDate effectiveFrom,
            LocalDate occurredOn) {}

    private record ExclusionItem(String region, String code, String name, LocalDate occurredOn) {}

    private record ExclusionRuleEnded(String exclusionId, LocalDate occurredOn) {}

    private record MatchingList(
            String matchingId,
            String region,
            String item,
            String source,
            LocalDate asOf,
            LocalDate occurredOn) {}

    private record ListedPersons(String matchingId, List<String> personIds) {}

    private record ExclusionCleared(
            String householdId, String personId, String item, LocalDate occurredOn) {}

    private record Matter(
            @Nullable String subject,
            @Nullable String title,
            @Nullable String name,
            @Nullable String fault,
            @Nullable String householdId,
            @Nullable LocalDate appliesUntil,
            LocalDate occurredOn) {
        @Nullable String words() {
            if (subject != null) return subject;
            if (title != null) return title;
            return name == null ? fault : name;
        }
    }

    private record Named(
            String helperId,
            String personId,
            String maskedName,
            String unit,
            @Nullable String position,
            LocalDate occurredOn) {}

    private record Erased(String personId, @Nullable List<String> alsoKnownAs) {}

    @Override
    public String name() {
        return "clerk";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        if (INCOMES.contains(message.type())) earned(message, rows);
        if (PROCEDURES.contains(message.type())) stepped(message, rows);
        if (message.type().equals("PersonErased")) erased(message, rows);
        switch (message.type()) {
            case "HouseholdSplit" -> split(message, rows);
            case "ExitAgreed" -> signed("EXIT", message, rows);
            case "ResultSigned" -> signed("RESULT", message, rows);
            case "QuarterChecked" -> signed("QUARTER", message, rows);
            case "MonitoringChecked" -> signed("AUTHORISATION", message, rows);
            case "HouseholdDescribed" -> described(message, rows);
            case "HouseholdNumbered", "HouseholdNumberCorrected" -> numbered(message, rows);
            case "HouseholdApplied", "HouseholdRecorded", "HouseholdSplitOff" ->
                    opened(message, rows);
            case "MemberJoined" -> joined(message, rows);
            case "MemberLeft" -> left(message, rows);
            case "MemberDayCorrected" -> dayCorrected(message, rows);
            case "MemberIdentified" -> identified(message, rows);
            case "MemberNameCorrected", "MemberNumberCorrected" -> corrected(message, rows);
            case "NoticePosted" -> posted(message, rows);
            case "AssessmentCorrected" -> meeting(message, rows);
            case "NoticeClosed" -> ofNotice("CLOSED", message, rows);
            case "NoticeWithdrawn" -> ofNotice("WITHDRAWN", message, rows);
            case "ObjectionRaised" -> ofNotice("OBJECTION", message, rows);
            case "ObjectionSettled" -> objectionSettled(message, rows);
            case "PlanAdopted" -> planned(message, rows);
            case "PlannedMeasureDone" -> done(message, rows);
            case "OmissionRaised", "OmissionSettled", "OmissionFollowedUp" ->
                    omission(message, rows);
            case "VillageNoticePosted" -> ofVillageNotice("POSTED", message, rows);
            case "VillageNoticeClosed" -> ofVillageNotice("CLOSED", message, rows);
            case "VillageNoticeWithdrawn" -> ofVillageNotice("WITHDRAWN", message, rows);
            case "VillageObjectionRaised" -> ofVillageNotice("OBJECTION", message, rows);
            case "VillageObjectionSettled" ->
                    ofVillageNotice(
                            settled(message.as(OfVillageNotice.class).upheld()), message, rows);
            case "AnnouncementPublished" -> announced(message, rows);
            case "AnnouncementWithdrawn" -> takenDown(message, rows);
            case "HelperNamed", "HelperDetailsChanged" -> named(message, rows);
            case "ExclusionItemEnacted" -> exclusionItem(message, rows);
            case "ExclusionRuleEnacted" -> exclusionRule(message, rows);
            case "ExclusionRuleEnded" -> exclusionRuleEnded(message, rows);
            case "MatchingListReceived" -> matchingList(message, rows);
            case "ListedPersonsFound" -> listedPersons(message, rows);
            case "ExclusionCleared" -> exclusionCleared(message, rows);
            case "ComplaintReceived" -> matter("COMPLAINT", "OPEN", message, rows);
            case "ComplaintHandled" -> matter("COMPLAINT", "END", message, rows);
            case "BatchOpened" -> matter("BATCH", "OPEN", message, rows);
            case "BatchClosed" -> matter("BATCH", "END", message, rows);
            case "ReverificationRoundOpened" -> matter("ROUND", "OPEN", message, rows);
            case "ReverificationRoundClosed" -> matter("ROUND", "END", message, rows);
            case "ErasureRequested" -> matter("ERASURE", "OPEN", message, rows);
            case "ErasureDeclined", "PersonErased" -> matter("ERASURE", "END", message, rows);
            case "EvidenceFaultFound" -> matter("EVIDENCE", "OPEN", message, rows);
            case "EvidenceRestored" -> matter("EVIDENCE", "END", message, rows);
            default -> {} // nothing that a clerk asks for
        }
    }

    private static void opened(Message message, Rows rows) {
        var e = message.as(Opened.class);
        var line = 0;
        for (var member : e.members()) {
            in(message, line++, e.householdId(), member, e.occurredOn(), rows);
        }
    }

    private static void joined(Message message, Rows rows) {
        var e = message.as(Joined.class);
        in(message, 0, e.householdId(), e.member(), e.occurredOn(), rows);
    }

    private static void left(Message message, Rows rows) {
        var e = message.as(Left.class);
        person(message, 0, e.householdId(), e.personId(), "OUT", e.occurredOn())
                .with("to_household_id", e.toHouseholdId())
                .with("reason", e.reason())
                .insertInto("household_persons", rows);
    }

    /** In the place of what was said before. */
    private static void dayCorrected(Message message, Rows rows) {
        var e = message.as(DayCorrected.class);
        var step = e.came() ? "IN" : "OUT";
        var person =
                person(message, 0, e.householdId(), e.member().personId(), step, e.rightDay())
                        .with("corrects_event_id", e.correctsEventId());
        if (e.came()) {
            called(person, e.member(), rows);
            return;
        }
        person.with("to_household_id", e.toHouseholdId())
                .with("reason", e.left())
                .insertInto("household_persons", rows);
    }

    private static void split(Message message, Rows rows) {
        var e = message.as(Split.class);
        var line = 0;
        for (var person : e.personIds()) {
            person(message, line++, e.householdId(), person, "OUT", e.occurredOn())
                    .with("to_household_id", e.newHouseholdId())
                    .with("reason", null)
                    .insertInto("household_persons", rows);
        }
    }

    /** Nobody came and nobody went: it is known who it is. */
    private static void identified(Message message, Rows rows) {
        var e = message.as(Identified.class);
        known("IDENTIFIED", message, e.householdId(), e.member(), e.occurredOn(), rows);
    }

    private static void corrected(Message message, Rows rows) {
        var e = message.as(Corrected.class);
        known("CORRECTED", message, e.householdId(), e.member(), e.memberSince(), rows);
    }

    private static void known(
            String step,
            Message message,
            String householdId,
            Member member,
            LocalDate on,
            Rows rows) {
        called(person(message, 0, householdId, member.personId(), step, on), member, rows);
    }

    private static void in(
            Message message, int line, String householdId, Member member, LocalDate on, Rows rows) {
        called(person(message, line, householdId, member.personId(), "IN", on), member, rows);
    }

    private static void called(Fact person, Member member, Rows rows) {
        person.with("masked_name", member.maskedName())
                .with("relation", member.relation())
                .with("birth_year", member.birthYear())
                .insertInto("household_persons", rows);
    }

    private static Fact person(
            Message message,
            int line,
            String householdId,
            String personId,
            String step,
            LocalDate on) {
        return Fact.row()
                .with("event_id", message.id())
                .with("line", line)
                .with("sequence", message.sequence())
                .with("position", message.position())
                .with("effective_on", on)
                .with("household_id", householdId)
                .with("region", message.region())
                .with("person_id", personId)
                .with("step", step);
    }

    private static void earned(Message message, Rows rows) {
        var e = message.as(Earned.class);
        if (e.incomeYear() == null || e.incomeFenPerHead() == null) return; // does not say
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("region", message.region())
                .with("income_year", e.incomeYear())
                .with("income_fen_per_head", e.incomeFenPerHead())
                .with("corrects_event_id", e.correctsEventId())
                .insertInto("household_incomes", rows);
    }

    private static void stepped(Message message, Rows rows) {
        var e = message.as(Stepped.class);
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("region", message.region())
                .with("step", message.type())
                .with("persons", e.persons())
                .with("notice_id", e.noticeId())
                .with("quota_year", e.quotaYear())
                .with("other_causes", e.otherCauses() == null ? null : e.otherCauses().size())
                .with("to_household_id", e.toHouseholdId())
                .with("persons_over", e.personIds() == null ? null : e.personIds().size())
                .with("announced_on", e.announcedOn())
                .with("corrects_event_id", e.correctsEventId())
                .with("poverty_line_id", e.povertyLineId())
                .with("line_fen", e.lineFenPerYear())
                .with("judged_fen", e.povertyLineId() == null ? null : e.incomeFenPerHead())
                .with("assessment_id", e.assessmentId())
                .insertInto("household_procedures", rows);
    }

    private static void meeting(Message message, Rows rows) {
        var e = message.as(Meeting.class);
        Fact.of(message, e.occurredOn())
                .with("assessment_id", e.assessmentId())
                .insertInto("meetings_corrected", rows);
        var line = 0;
        for (var ballot : e.ballots()) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", line++)
                    .with("position", message.position())
                    .with("household_id", ballot.householdId())
                    .with("votes_for", ballot.votesFor())
                    .with("votes_against", ballot.votesAgainst())
                    .insertInto("votes_corrected", rows);
        }
    }

    private static void signed(String what, Message message, Rows rows) {
        var e = message.as(Signed.class);
        var by = e.signedBy() == null ? e.authorisationSignedBy() : e.signedBy();
        if (by == null) return; // nobody signed
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("region", message.region())
                .with("what", what)
                .with("occasion", e.occasion())
                .with("person_id", by)
                .insertInto("household_signatures", rows);
    }

    private static void described(Message message, Rows rows) {
        var e = message.as(Described.class);
        var dwelling = e.details().dwelling();
        var water = e.details().water();
        if (dwelling != null) safety("DWELLING", dwelling.isSafe(), message, e, rows);
        if (water != null) safety("WATER", water.safe(), message, e, rows);
    }

    private static void safety(
            String part, @Nullable Boolean safe, Message message, Described e, Rows rows) {
        Fact.row()
                .with("event_id", message.id())
                .with("part", part)
                .with("sequence", message.sequence())
                .with("position", message.position())
                .with("effective_on", e.occurredOn())
                .with("household_id", e.householdId())
                .with("safe", safe)
                .insertInto("household_safety", rows);
    }

    private static void posted(Message message, Rows rows) {
        var e = message.as(Posted.class);
        Fact.of(message, e.occurredOn())
                .with("notice_id", e.noticeId())
                .with("region", e.region())
                .with("kind", e.kind())
                .with("place", e.place())
                .with("last_days", e.lastDays())
                .insertInto("notices", rows);
        var line = 0;
        for (var household : e.householdIds()) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", line++)
                    .with("position", message.position())
                    .with("notice_id", e.noticeId())
                    .with("household_id", household)
                    .insertInto("notice_households", rows);
        }
    }

    private static void objectionSettled(Message message, Rows rows) {
        ofNotice(settled(message.as(OfNotice.class).upheld()), message, rows);
    }

    private static String settled(@Nullable Boolean upheld) {
        return Boolean.TRUE.equals(upheld) ? "UPHELD" : "SETTLED";
    }

    private static void ofNotice(String step, Message message, Rows rows) {
        var e = message.as(OfNotice.class);
        Fact.of(message, e.occurredOn())
                .with("notice_id", e.noticeId())
                .with("step", step)
                .with("household_id", e.householdId())
                .insertInto("notice_steps", rows);
    }

    private static void ofVillageNotice(String step, Message message, Rows rows) {
        var e = message.as(OfVillageNotice.class);
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("about", e.step())
                .with("step", step)
                .with("place", e.place())
                .with("last_days", e.lastDays())
                .insertInto("village_notices", rows);
    }

    private static void announced(Message message, Rows rows) {
        var e = message.as(Announced.class);
        var line = 0;
        for (var household : e.householdIds()) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", line++)
                    .with("position", message.position())
                    .with("effective_on", e.occurredOn())
                    .with("announcement_id", e.announcementId())
                    .with("kind", e.kind())
                    .with("household_id", household)
                    .insertInto("announcement_households", rows);
        }
    }

    private static void takenDown(Message message, Rows rows) {
        var e = message.as(TakenDown.class);
        Fact.of(message, e.occurredOn())
                .with("announcement_id", e.announcementId())
                .insertInto("announcements_withdrawn", rows);
    }

    private static void planned(Message message, Rows rows) {
        var e = message.as(Planned.class);
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("region", message.region())
                .with("kind", e.kind())
                .with("from_year", e.fromYear())
                .with("to_year", e.toYear())
                .insertInto("household_plans", rows);
        var line = 0;
        for (var one : e.planned() == null ? List.<Planned.Item>of() : e.planned()) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", line++)
                    .with("position", message.position())
                    .with("household_id", e.householdId())
                    .with("region", message.region())
                    .with("code", one.code())
                    .with("year", one.year())
                    .with("measure", one.measure())
                    .with("scheme", one.scheme())
                    .with("content", one.content())
                    .with("quantity", one.quantity())
                    .with("unit", one.unit())
                    .with("amount_fen", one.amountFen())
                    .with("responsible", one.responsible())
                    .with("of_code", one.ofCode())
                    .insertInto("household_planned", rows);
        }
        line = 0;
        for (var goal : e.goals() == null ? List.<Planned.Goal>of() : e.goals()) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", line++)
                    .with("position", message.position())
                    .with("year", goal.year())
                    .with("income_fen_per_head", goal.incomeFenPerHead())
                    .insertInto("household_plan_goals", rows);
        }
    }

    private static void done(Message message, Rows rows) {
        var e = message.as(Done.class);
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("kind", e.kind())
                .with("from_year", e.fromYear())
                .with("code", e.code())
                .with("quantity", e.quantity())
                .with("amount_fen", e.amountFen())
                .insertInto("household_plan_done", rows);
    }

    private static void omission(Message message, Rows rows) {
        var e = message.as(OfOmission.class);
        Fact.of(message, e.occurredOn())
                .with("notice_id", e.noticeId())
                .with("omission_id", e.omissionId())
                .with("region", message.region())
                .with("step", step(message.type(), Boolean.TRUE.equals(e.upheld())))
                .with("household_id", e.householdId())
                .with("person_id", e.personId())
                .with("masked_name", e.maskedName())
                .with("until", e.revisitBy())
                .insertInto("notice_omissions", rows);
    }

    private static String step(String type, boolean upheld) {
        return switch (type) {
            case "OmissionRaised" -> "RAISED";
            case "OmissionSettled" -> upheld ? "UPHELD" : "DISMISSED";
            default -> "FOLLOWED_UP";
        };
    }

    private static void numbered(Message message, Rows rows) {
        var e = message.as(Numbered.class);
        Fact.of(message, e.since())
                .with("household_id", e.householdId())
                .with("household_number", e.householdNumber())
                .insertInto("household_numbers", rows);
    }

    private static void exclusionRule(Message message, Rows rows) {
        var e = message.as(ExclusionRule.class);
        Fact.of(message, e.occurredOn())
                .with("exclusion_id", e.exclusionId())
                .with("region", e.region())
                .with("item", e.item())
                .with("effect", e.effect())
                .with("effective_from", e.effectiveFrom())
                .insertInto("exclusion_rules", rows);
    }

    private static void exclusionItem(Message message, Rows rows) {
        var e = message.as(ExclusionItem.class);
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("item", e.code())
                .with("name", e.name())
                .insertInto("exclusion_items", rows);
    }

    private static void exclusionRuleEnded(Message message, Rows rows) {
        var e = message.as(ExclusionRuleEnded.class);
        Fact.of(message, e.occurredOn())
                .with("exclusion_id", e.exclusionId())
                .insertInto("exclusion_rules_ended", rows);
    }

    private static void matchingList(Message message, Rows rows) {
        var e = message.as(MatchingList.class);
        Fact.of(message, e.occurredOn())
                .with("matching_id", e.matchingId())
                .with("region", e.region())
                .with("item", e.item())
                .with("list_source", e.source())
                .with("as_of", e.asOf())
                .insertInto("matching_lists", rows);
    }

    private static void listedPersons(Message message, Rows rows) {
        var e = message.as(ListedPersons.class);
        var line = 0;
        for (var person : e.personIds()) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", line++)
                    .with("position", message.position())
                    .with("matching_id", e.matchingId())
                    .with("person_id", person)
                    .insertInto("listed_persons", rows);
        }
    }

    private static void exclusionCleared(Message message, Rows rows) {
        var e = message.as(ExclusionCleared.class);
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("person_id", e.personId())
                .with("item", e.item())
                .insertInto("exclusions_cleared", rows);
    }

    private static void matter(String kind, String step, Message message, Rows rows) {
        var e = message.as(Matter.class);
        Fact.of(message, e.occurredOn())
                .with("region", message.region())
                .with("kind", kind)
                .with("step", step)
                .with("title", e.words())
                .with("household_id", e.householdId())
                .with("until", e.appliesUntil())
                .insertInto("matters", rows);
    }

    private static void named(Message message, Rows rows) {
        var e = message.as(Named.class);
        Fact.of(message, e.occurredOn())
                .with("helper_id", e.helperId())
                .with("region", message.region())
                .with("person_id", e.personId())
                .with("masked_name", e.maskedName())
                .with("unit", e.unit())
                .with("post", e.position())
                .insertInto("helper_names", rows);
    }

    private static void erased(Message message, Rows rows) {
        var e = message.as(Erased.class);
        var line = 0;
        erased(message, line++, e.personId(), rows);
        if (e.alsoKnownAs() == null) return;
        for (var id : e.alsoKnownAs()) erased(message, line++, id, rows);
    }

    private static void erased(Message message, int line, String personId, Rows rows) {
        Fact.row()
                .with("event_id", message.id())
                .with("line", line)
                .with("person_id", personId)
                .insertInto("persons_erased", rows);
    }
}
