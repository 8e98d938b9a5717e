package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.CorrectMembersElsewhere;
import cn.fupin.household.household.CorrectionCommand.OfMembers;
import cn.fupin.household.household.CorrectionCommand.Wrong;
import cn.fupin.household.household.CorrectionEvent.MemberNameCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.CorrectionEvent.Stay;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 更正姓名、身份号码: of members and former members, several at once where one has another's number. That
 * whoever it turns out to be belonged to no other household meanwhile is guarded by {@link
 * OneActiveHouseholdPerPerson}.
 */
final class MemberCorrections {
    private MemberCorrections() {}

    static List<HouseholdEvent> decide(OfMembers c, Household state) {
        var elsewhere = c instanceof CorrectMembersElsewhere;
        if (!(state instanceof Known household) || !(elsewhere || state instanceof Active)) {
            throw new Refused(HOUSEHOLD_ENDED);
        }
        Corrections.fourEyes(c);
        var family = household.file().family();
        var named = new HashSet<String>();
        var events = new ArrayList<HouseholdEvent>();
        for (var wrong : c.wrong()) {
            var person = wrong.personId();
            if (person != null && !named.add(person)) throw refused(SAME_PERSON_TWICE, wrong, c);
            var event = correct(c, wrong, family);
            events.add(event);
            if (event instanceof MemberNumberCorrected e) {
                family = family.identified(e.personId(), e.identifiedAs());
            }
        }
        return List.copyOf(events);
    }

    private static CorrectionEvent correct(OfMembers c, Wrong wrong, Family family) {
        var person = wrong.personId();
        var recorded = wrong.recorded();
        var as = wrong.as();
        if (person == null || recorded == null || as == null || !family.everHad(person)) {
            throw refused(NOT_A_MEMBER, wrong, c);
        }
        var stays = family.staysOf(person);
        var since = stays.getLast().from();
        var enteredOn = wrong.enteredOn();
        if (c.on().isBefore(since) || (enteredOn != null && c.on().isBefore(enteredOn))) {
            throw refused(CORRECTION_BEFORE_FACT, wrong, c);
        }
        if (!wrong.says()) throw refused(RECORDED_SO_ALREADY, wrong, c);
        if (!wrong.sameElsewhere() && !wrong.namedOtherwise().isEmpty()) {
            throw refused(
                    NAMED_OTHERWISE_ELSEWHERE,
                    wrong,
                    c,
                    Map.of("households", wrong.namedOtherwise()));
        }
        if (wrong.ofTheNumber()) return number(c, wrong, family, stays, recorded, as);
        return new MemberNameCorrected(
                c.householdId(),
                c.on(),
                related(as, recorded.relation(), person, family),
                recorded.maskedName(),
                since,
                c.reason(),
                c.approvedBy(),
                c.evidence(),
                stays,
                c.correctedIn(),
                alsoIn(c, wrong));
    }

    private static MemberNumberCorrected number(
            OfMembers c, Wrong wrong, Family family, List<Stay> stays, Member recorded, Member as) {
        var person = recorded.personId();
        if (family.unnumbered().contains(person)) throw refused(HAS_NO_NUMBER, wrong, c);
        if (family.overlap(person, as.personId())) {
            throw refused(NUMBER_OF_ANOTHER_MEMBER, wrong, c, Map.of("personId", as.personId()));
        }
        if (!wrong.sameElsewhere() && !wrong.elsewhere().isEmpty()) {
            throw refused(
                    NUMBER_ENTERED_ELSEWHERE,
                    wrong,
                    c,
                    Map.of("households", List.copyOf(wrong.elsewhere().keySet())));
        }
        var isHead = person.equals(family.head());
        return new MemberNumberCorrected(
                c.householdId(),
                c.on(),
                person,
                as.personId(),
                related(as, recorded.relation(), person, family),
                stays.getLast().from(),
                isHead ? family.headSince() : null,
                wrong.elsewhere().values().stream()
                        .min(LocalDate::compareTo)
                        .filter(family.firstDay(person)::isAfter)
                        .orElse(family.firstDay(person)),
                Descriptions.differsBecause(recorded, as, wrong.differsBecause()),
                c.reason(),
                c.approvedBy(),
                c.evidence(),
                stays,
                c.correctedIn(),
                alsoIn(c, wrong),
                wrong.numberOf());
    }

    /** What it follows from tells where it stands besides. */
    private static @Nullable List<String> alsoIn(OfMembers c, Wrong wrong) {
        return c.correctedIn() != null || wrong.alsoIn().isEmpty() ? null : wrong.alsoIn();
    }

    private static Member related(Member as, Relation recorded, String person, Family family) {
        return new Member(
                as.personId(),
                as.maskedName(),
                relation(recorded, person, family),
                as.sex(),
                as.birthYear(),
                as.sealed(),
                as.withoutNumber());
    }

    /** Whoever left is what the person was to the head by then. */
    private static Relation relation(Relation recorded, String person, Family family) {
        if (person.equals(family.head())) return Relation.HEAD;
        return recorded == Relation.HEAD && family.now(person) != null ? Relation.OTHER : recorded;
    }

    private static Refused refused(HouseholdReason reason, Wrong wrong, OfMembers c) {
        return refused(reason, wrong, c, Map.of());
    }

    /** Which of several is refused, and in which other household it would follow. */
    private static Refused refused(
            HouseholdReason reason, Wrong wrong, OfMembers c, Map<String, Object> more) {
        var told = new HashMap<>(more);
        if (c.correctedIn() != null) told.put("household", c.householdId());
        else if (c.wrong().size() > 1) {
            told.put("field", "corrections[%d]".formatted(c.wrong().indexOf(wrong)));
        }
        return new Refused(reason, told);
    }
}
