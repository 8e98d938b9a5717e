package cn.fupin.reporting.testing;

import cn.fupin.backbone.projection.Message;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One household's life by chance, within what household-service would let happen. */
final class RandomLife {
    private static final List<String> MEASURES = List.of("INDUSTRY", "RELOCATION", "MEDICAL");

    private final Feed feed;
    private final int household;
    private final Random random;
    private final LocalDate opened;
    private LocalDate day;
    private final TreeMap<LocalDate, String> places = new TreeMap<>();
    // Members by the day from which they are, so that nobody leaves before having come.
    private final List<Stay> members = new ArrayList<>();
    // Of whom facts come in still.
    private final List<Former> former = new ArrayList<>();
    private int numbered;
    private boolean over;

    /** {@code known} is false of somebody without a number. */
    private record Stay(String person, LocalDate since, boolean known) {}

    /**
     * @param in the household of those who went with a split, where they are members; null of the
     *     others
     */
    private record Former(Stay stay, LocalDate goneOn, boolean dead, @Nullable Integer in) {}

    private RandomLife(Feed feed, int household, Random random) {
        this.feed = feed;
        this.household = household;
        this.random = random;
        this.opened = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(200));
        this.day = opened;
    }

    static void lead(Feed feed, int household, Random random) {
        new RandomLife(feed, household, random).lead();
    }

    private void lead() {
        var ordinary = random.nextInt(6) == 0;
        var persons = 1 + random.nextInt(6);
        Township.opened(
                feed,
                ordinary ? "HouseholdRecorded" : "HouseholdApplied",
                household,
                persons,
                Township.VILLAGES.get(random.nextInt(Township.VILLAGES.size())),
                opened.toString());
        places.put(opened, feed.regionOf(Township.household(household)));
        for (; numbered < persons; numbered++) members.add(new Stay(person(), opened, true));
        family();
        if (ordinary) watched();
        else if (random.nextInt(5) > 0) registered();
        if (random.nextInt(9) == 0 && household > 1) {
            merged();
            return;
        }
        if (random.nextInt(8) == 0) {
            toldBeforeItsEndWas();
            Township.said(feed, "HouseholdDissolved", household, "'cause':'MOVED_AWAY'", on());
            if (reinstated("DISSOLUTION")) family();
        }
    }

    /** It went a while ago, and until that was known somebody came and did something for it. */
    private void toldBeforeItsEndWas() {
        later(100);
        var since = day.plusDays(1 + random.nextInt(40)).toString();
        var visit = "'visitedBy':'helper-1'";
        Township.said(feed, "HouseholdVisited", household, visit, since);
        var measure = "'measure':'MEDICAL','scheme':'五个一批'";
        Township.said(feed, "MeasureAssigned", household, measure, since);
        Township.said(feed, "ExitPlanned", household, "'year':2017", since);
    }

    /** Whether its end was entered by mistake; then it goes on as if it had not ended. */
    private boolean reinstated(String ended) {
        over |= random.nextInt(2) == 0;
        if (over) return false;
        later(200);
        Township.reinstated(feed, household, ended, members.size(), on());
        return true;
    }

    private void registered() {
        later(100);
        Township.registered(feed, household, members.size(), on());
        helped();
        if (random.nextInt(5) == 0) moved();
        if (random.nextInt(5) == 0) split();
        if (random.nextInt(4) == 0 && !suspended()) return;
        if (random.nextInt(4) == 0) {
            later(100);
            Township.moved(feed, "HouseholdRemoved", household, members.size(), on());
            if (!reinstated("REMOVAL")) return;
        }
        for (var steps = random.nextInt(4); steps > 0; steps--) {
            family();
            later(300);
            Township.moved(feed, "HouseholdExited", household, members.size(), on());
            family();
            supported();
            if (random.nextBoolean()) watched();
            if (random.nextInt(4) == 0) moved();
            if (random.nextInt(4) == 0) almostRelapsed();
            if (random.nextBoolean()) return;
            later(300);
            switch (random.nextInt(4)) {
                case 0 -> revoked();
                case 1 -> {
                    Township.moved(feed, "HouseholdRemoved", household, members.size(), on());
                    if (!reinstated("REMOVAL")) return;
                    relapsed();
                }
                default -> relapsed();
            }
        }
    }

    private void revoked() {
        Township.said(
                feed,
                "ExitRevoked",
                household,
                "'exitedOn':'2015-01-01','persons':1,'reason':'核实有误'",
                on());
    }

    /** It comes to nothing, and counts nowhere. */
    private void almostRelapsed() {
        later(60);
        Township.said(feed, "RelapseProposed", household, "'cause':'ILLNESS'", on());
        later(60);
        Township.said(feed, "RelapseWithdrawn", household, "'reason':'收入稳定'", on());
    }

    private void relapsed() {
        Township.said(
                feed,
                "HouseholdRelapsed",
                household,
                "'persons':%d,'cause':'ILLNESS','lineFenPerYear':285500,'quotaYear':%d"
                        .formatted(members.size(), day.getYear()),
                on());
    }

    /** Whether it goes on: some stay as they are. */
    private boolean suspended() {
        later(60);
        Township.said(feed, "HouseholdSuspended", household, "'persons':1,'cause':'X'", on());
        family();
        if (random.nextInt(4) == 0) return random.nextBoolean();
        later(60);
        Township.said(feed, "HouseholdResumed", household, "'persons':1,'grounds':'x'", on());
        return true;
    }

    /** Of any day: told before steps of days before it, after later ones, or after a later move. */
    private void moved() {
        var last = places.lastKey();
        var on = dayBetween(random.nextInt(3) == 0 ? opened : last, day.plusDays(200));
        var from = Objects.requireNonNull(places.floorEntry(on)).getValue();
        var to = Township.VILLAGES.get(random.nextInt(Township.VILLAGES.size()));
        if (to.equals(from)) return;
        places.put(on, to);
        Township.said(
                feed,
                "HouseholdMoved",
                household,
                "'region':'%s','fromRegion':'%s','reason':'OTHER','persons':1".formatted(to, from),
                on.toString());
    }

    /** Some go, as a household of their own with a number nobody else has. */
    private void split() {
        if (members.size() < 2) return;
        later(60);
        var village = feed.regionOf(Township.household(household));
        var going = members.removeFirst();
        if (going.since().isAfter(day)) {
            members.add(going);
            return;
        }
        var person = going.person();
        var other = 1000 + household;
        former.add(new Former(going, day, false, other));
        Township.said(
                feed,
                "HouseholdSplit",
                household,
                "'newHouseholdId':'%s','personIds':['%s'],'persons':1"
                        .formatted(Township.household(other), person),
                on());
        Township.said(
                feed,
                "HouseholdSplitOff",
                other,
                """
                'region':'%s','fromHouseholdId':'%s','head':'%s','members':[{'personId':'%s','maskedName':'阿**',
                 'relation':'HEAD','sex':'MALE','birthYear':1970}],'persons':1,'standing':'REGISTERED','mainCause':'WATER'
                """
                        .formatted(village, Township.household(household), person, person)
                        .strip(),
                on());
    }

    /** Somebody has it, and some have it no more; recorded now, of any day. */
    private void supported() {
        for (var n = random.nextInt(5); n > 0; n--) {
            var policy = POLICIES.get(random.nextInt(POLICIES.size()));
            var who = anyoneEver();
            var last = members.getLast();
            var recipients =
                    random.nextBoolean() && !who.equals(last)
                            ? "'%s','%s'".formatted(who.person(), last.person())
                            : "'" + who.person() + "'";
            var said =
                    "'policy':'%s','details':%s,'recipients':[%s]"
                            .formatted(policy.kind(), policy.details(random), recipients);
            var type =
                    switch (random.nextInt(4)) {
                        case 0 -> policy.lasts() ? "PolicyEnded" : "PolicyAppliedFor";
                        default -> "PolicyGranted";
                    };
            var message = Township.said(feed, type, household, said, anyDay());
            if (!type.equals("PolicyGranted") || random.nextInt(3) > 0) continue;
            Township.said(
                    feed,
                    "PolicyTakenBack",
                    household,
                    "'correctsEventId':'%s','policy':'%s','details':{},'recipients':['%s']"
                            .formatted(message.id(), policy.kind(), who.person()),
                    on());
        }
    }

    private void takenBackAtTimes(String type, Message wrong) {
        if (random.nextInt(4) > 0) return;
        Township.said(
                feed,
                type,
                household,
                "'correctsEventId':'%s','reason':'登错户','approvedBy':'chief-1'"
                        .formatted(wrong.id()),
                on());
    }

    private record Policy(String kind, boolean lasts, List<String> told) {
        String details(Random random) {
            return told.isEmpty() ? "{}" : "{" + told.get(random.nextInt(told.size())) + "}";
        }
    }

    private static final List<Policy> POLICIES =
            List.of(
                    new Policy("SUBSISTENCE_ALLOWANCE", true, List.of()),
                    new Policy("EMPLOYMENT", true, List.of("'work':'AWAY'", "'work':'NEARBY'")),
                    new Policy(
                            "RAIN_AND_DEW",
                            false,
                            List.of("'schoolYear':2015", "'schoolYear':2016")),
                    new Policy("TRAINING", false, List.of("'course':'养殖'", "'course':'电焊'")),
                    new Policy(
                            "RELOCATION",
                            false,
                            List.of(
                                    "'placement':'CONCENTRATED','settlement':'浯溪'",
                                    "'placement':'SCATTERED'")),
                    new Policy("OTHER", true, List.of("'name':'护林员'", "'name':'保洁员'")));

    /** Everybody goes over to the household before. */
    private void merged() {
        later(100);
        for (var stay : members) {
            Township.said(
                    feed,
                    "MemberJoined",
                    household - 1,
                    """
                    'member':{'personId':'%s','maskedName':'阿**','relation':'OTHER','sex':'MALE','birthYear':1970},
                    'reason':'MERGER','persons':1
                    """
                            .formatted(stay.person())
                            .strip(),
                    on());
        }
        Township.said(
                feed,
                "HouseholdMerged",
                household,
                "'intoHouseholdId':'%s','persons':1".formatted(Township.household(household - 1)),
                on());
    }

    private void helped() {
        for (var measure : MEASURES) {
            if (random.nextInt(3) == 0) {
                var said = "'measure':'%s','scheme':'五个一批'".formatted(measure);
                var message = Township.said(feed, "MeasureAssigned", household, said, anyDay());
                takenBackAtTimes("MeasureTakenBack", message);
            }
        }
        if (random.nextBoolean()) {
            var plan =
                    Township.said(
                            feed,
                            "PlanAdopted",
                            household,
                            "'kind':'YEARLY','fromYear':2015,'toYear':2015,'measures':[]",
                            anyDay());
            takenBackAtTimes("PlanTakenBack", plan);
        }
        if (random.nextInt(3) == 0) {
            Township.said(feed, "ExitPlanned", household, "'year':2016", anyDay());
            if (random.nextInt(3) == 0) {
                Township.said(feed, "ExitPlanDropped", household, "'reason':'x'", anyDay());
            }
        }
        if (random.nextInt(3) == 0) {
            Township.said(feed, "HouseholdReverified", household, "'round':'五退八进'", anyDay());
        }
        for (var visits = random.nextInt(4); visits > 0; visits--) {
            var channel = random.nextInt(3) == 0 ? ",'channel':'PHONE'" : "";
            var visit =
                    Township.said(
                            feed,
                            "HouseholdVisited",
                            household,
                            "'visitedBy':'helper-1'" + channel,
                            anyDay());
            takenBackAtTimes("VisitTakenBack", visit);
        }
        supported();
        Township.said(
                feed,
                "HelperAssigned",
                household,
                random.nextInt(4) == 0
                        ? "'helperId':'helper-1','helperUnit':'镇政府','helperKind':'LEADER'"
                        : "'helperId':'helper-2','helperUnit':'县水务局'",
                on());
    }

    private void watched() {
        later(60);
        if (random.nextInt(4) == 0) {
            Township.said(feed, "MonitoringClueRaised", household, "'source':'CADRE_CHECK'", on());
            Township.said(feed, "MonitoringDismissed", household, "'reason':'已化解'", on());
            return;
        }
        Township.said(
                feed,
                "MonitoringConfirmed",
                household,
                "'kind':'MARGINAL','clueOn':'%s'".formatted(day),
                on());
        if (random.nextBoolean()) {
            later(200);
            Township.said(feed, "RiskEliminated", household, "'incomeYear':2016", on());
        }
    }

    /**
     * Somebody is born, gets a number, another name or number, becomes the head or dies, recorded
     * now and dated any day since the opening, or since the birth.
     */
    private void family() {
        for (var changes = random.nextInt(3); changes > 0; changes--) {
            if (!former.isEmpty() && random.nextInt(3) == 0) {
                formerly(former.get(random.nextInt(former.size())));
                continue;
            }
            var on = LocalDate.parse(anyDay());
            var one = members.get(random.nextInt(members.size()));
            if (!one.known() && random.nextBoolean()) identified(one);
            else if (one.known() && random.nextInt(4) == 0) corrected(one);
            else if (random.nextInt(6) == 0) headed(one, on);
            else if (random.nextBoolean()) born(on);
            else if (members.size() > 1 && !on.isBefore(one.since())) left(one, on);
        }
    }

    /** Whoever is gone comes back, or is told to go by another name or number. */
    private void formerly(Former gone) {
        if (gone.in() == null && !gone.dead() && random.nextBoolean()) {
            back(gone);
            return;
        }
        if (!gone.stay().known()) return;
        var one = corrected(gone.stay(), gone.goneOn());
        if (gone.in() != null && !one.equals(gone.stay())) {
            numberCorrected(gone.in(), gone.stay(), one, gone.goneOn());
        }
        former.set(former.indexOf(gone), new Former(one, gone.goneOn(), gone.dead(), gone.in()));
    }

    private void back(Former gone) {
        var one =
                new Stay(
                        gone.stay().person(),
                        gone.goneOn().plusDays(random.nextInt(100)),
                        gone.stay().known());
        Township.said(
                feed,
                "MemberJoined",
                household,
                """
                'member':{'personId':'%s','maskedName':'曲*','relation':'OTHER','sex':'MALE','birthYear':1970%s},
                'reason':'RETURNED','persons':1
                """
                        .formatted(one.person(), one.known() ? "" : ",'withoutNumber':'NEWBORN'")
                        .strip(),
                one.since().toString());
        former.remove(gone);
        members.add(one);
    }

    private Stay anyoneEver() {
        var one = random.nextInt(members.size() + former.size());
        return one < members.size() ? members.get(one) : former.get(one - members.size()).stay();
    }

    private void born(LocalDate on) {
        var known = random.nextBoolean();
        var child = new Stay(known ? person() : "unknown-" + person(), on, known);
        var told =
                Township.said(
                        feed,
                        "MemberJoined",
                        household,
                        """
                        'member':{'personId':'%s','maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':2015%s},
                        'reason':'BIRTH','persons':1
                        """
                                .formatted(
                                        child.person(), known ? "" : ",'withoutNumber':'NEWBORN'")
                                .strip(),
                        on.toString());
        members.add(new Stay(child.person(), rightDay(told.id(), child, true, on, opened), known));
        numbered++;
    }

    /** On which day somebody came or went: some days are corrected, and some of these again. */
    private LocalDate rightDay(
            String told, Stay who, boolean came, LocalDate said, LocalDate first) {
        var right = said;
        while (random.nextInt(3) == 0) {
            var next = dayBetween(first, day.plusDays(60));
            if (next.equals(right)) return right;
            Township.dayCorrected(feed, household, told, who.person(), came, right, next, on());
            right = next;
        }
        return right;
    }

    /** Goes by the number's person from now on, of all days. */
    private void identified(Stay unknown) {
        var one = new Stay(unknown.person().substring("unknown-".length()), unknown.since(), true);
        Township.said(
                feed,
                "MemberIdentified",
                household,
                """
                'personId':'%s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'曲*','relation':'CHILD',
                 'sex':'FEMALE','birthYear':2015}
                """
                        .formatted(unknown.person(), one.person())
                        .strip(),
                unknown.since().plusDays(random.nextInt(200)).toString());
        members.set(members.indexOf(unknown), one);
    }

    /** By a name or number that was wrong, of all days since coming. */
    private void corrected(Stay wrong) {
        members.set(members.indexOf(wrong), corrected(wrong, wrong.since()));
    }

    /** Who it is from now on. */
    private Stay corrected(Stay wrong, LocalDate notBefore) {
        if (random.nextBoolean()) {
            Township.said(
                    feed,
                    "MemberNameCorrected",
                    household,
                    """
                    'member':{'personId':'%s','maskedName':'瞿*','relation':'OTHER','sex':'MALE','birthYear':1970},
                    'formerMaskedName':'曲*','memberSince':'%s','reason':'x','approvedBy':'y'
                    """
                            .formatted(wrong.person(), wrong.since())
                            .strip(),
                    notBefore.plusDays(random.nextInt(200)).toString());
            return wrong;
        }
        var one = new Stay(wrong.person() + "c", wrong.since(), true);
        numberCorrected(household, wrong, one, notBefore);
        return one;
    }

    private void numberCorrected(int where, Stay wrong, Stay one, LocalDate notBefore) {
        Township.said(
                feed,
                "MemberNumberCorrected",
                where,
                """
                'personId':'%1$s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'瞿*','relation':'OTHER',
                 'sex':'MALE','birthYear':1970},'memberSince':'%3$s','enteredSince':'%3$s','reason':'x','approvedBy':'y'
                """
                        .formatted(wrong.person(), one.person(), wrong.since())
                        .strip(),
                notBefore.plusDays(random.nextInt(200)).toString());
    }

    private void headed(Stay one, LocalDate on) {
        if (on.isBefore(one.since())) return;
        Township.said(
                feed,
                "HeadChanged",
                household,
                "'head':'%s','formerHead':'x','relationOfFormerHead':'PARENT','reason':'x'"
                        .formatted(one.person()),
                on.toString());
    }

    private void left(Stay one, LocalDate on) {
        var dead = random.nextInt(3) > 0;
        var told =
                Township.said(
                        feed,
                        "MemberLeft",
                        household,
                        "'personId':'%s','reason':'%s','persons':1"
                                .formatted(one.person(), dead ? "DEATH" : "MOVED_OUT"),
                        on.toString());
        members.remove(one);
        var goneOn = rightDay(told.id(), one, false, on, one.since());
        former.add(new Former(one, goneOn, dead, null));
    }

    private String person() {
        return "person-%d-%d".formatted(household, numbered);
    }

    private void later(int mostDays) {
        day = day.plusDays(random.nextInt(mostDays));
    }

    private String on() {
        return day.toString();
    }

    private String anyDay() {
        return dayBetween(opened, day.plusDays(60)).toString();
    }

    /** The last of them is none of these. */
    private LocalDate dayBetween(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, last)));
    }
}
