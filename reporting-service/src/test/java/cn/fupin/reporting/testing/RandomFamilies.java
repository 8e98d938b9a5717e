package cn.fupin.reporting.testing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Households whose members come, go, marry each other, become the head, are identified and
 * corrected, also after they left, change their numbers and turn out to have come or gone on
 * another day; and beside the events who is in truth a member and the head on any day, kept by
 * persons and not by ids.
 */
public final class RandomFamilies {
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    /** Somebody, whatever the ids. */
    private static final class Person {
        String id;
        LocalDate numberedOn;
        String name;
        int ids = 1;

        Person(String id, LocalDate numberedOn, String name) {
            this.id = id;
            this.numberedOn = numberedOn;
            this.name = name;
        }

        boolean unnumbered() {
            return numberedOn.equals(LocalDate.MAX);
        }
    }

    private record Stay(Person person, LocalDate from, @Nullable LocalDate until) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    private record Headship(Person person, LocalDate from) {}

    private static final class Family {
        final String id;
        final LocalDate openedOn;
        final List<Stay> stays = new ArrayList<>();
        final List<Headship> heads = new ArrayList<>();
        // as this household was told them
        final Map<Person, String> names = new LinkedHashMap<>();
        final Map<Person, String> ids = new HashMap<>();
        // by the id of the event that told of it, of whoever is there, and of whoever left
        final Map<Person, String> came = new HashMap<>();
        final Map<Person, String> went = new HashMap<>();

        Family(String id, LocalDate openedOn) {
            this.id = id;
            this.openedOn = openedOn;
        }

        List<Person> on(LocalDate day) {
            return stays.stream().filter(stay -> stay.covers(day)).map(Stay::person).toList();
        }

        @Nullable Person headOn(LocalDate day) {
            return heads.stream()
                    .filter(head -> !head.from().isAfter(day))
                    .reduce((_, later) -> later)
                    .map(Headship::person)
                    .orElse(null);
        }

        String since(Person person) {
            return last(person).from().toString();
        }

        Stay last(Person person) {
            return stays.stream()
                    .filter(stay -> stay.person() == person)
                    .reduce((_, later) -> later)
                    .orElseThrow();
        }
    }

    /**
     * What is so in a household on a day, as far as it is known.
     *
     * @param members by their masked names, all of which are different
     * @param withoutNumber those of them who have none yet
     * @param head null before there is one
     * @param known the position of the last event of which is known
     */
    public record Truth(
            String householdId,
            LocalDate day,
            long known,
            TreeSet<String> members,
            TreeSet<String> withoutNumber,
            @Nullable String head) {}

    private final Feed feed;
    private final Random random;
    private final boolean daysMove;
    private final List<Family> families = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();
    private LocalDate day = FIRST;
    private int numbered;

    public RandomFamilies(Feed feed, long seed, int steps) {
        this(feed, seed, steps, false);
    }

    /**
     * @param daysMove whether somebody turns out to have come or gone on another day
     */
    public RandomFamilies(Feed feed, long seed, int steps, boolean daysMove) {
        this.feed = feed;
        this.daysMove = daysMove;
        this.random = new Random(seed);
        for (var number = 61; number <= 64; number++) opened(number);
        for (var step = 0; step < steps; step++) {
            day = day.plusDays(random.nextInt(12));
            step();
            remember();
        }
    }

    public LocalDate lastDay() {
        return day.plusDays(1);
    }

    /** Of days and moments at random, as it was known then. */
    public List<Truth> remembered() {
        return List.copyOf(truths);
    }

    /** Of every day on which anything changed, and of the days before, by all that is known. */
    public List<Truth> everyDay() {
        var all = new ArrayList<Truth>();
        for (var family : families) {
            var days = new TreeSet<LocalDate>();
            family.stays.forEach(stay -> {
                days.add(stay.from());
                if (stay.until() != null) days.add(stay.until());
                var numberedOn = stay.person().numberedOn;
                if (!stay.person().unnumbered() && stay.covers(numberedOn)) days.add(numberedOn);
            });
            family.heads.forEach(head -> days.add(head.from()));
            for (var change : List.copyOf(days)) days.add(change.minusDays(1));
            days.add(lastDay());
            days.forEach(each -> all.add(truth(family, each)));
        }
        return all;
    }

    /** By which anybody was ever told to any household, as corrected. */
    public List<String> names() {
        return families.stream().flatMap(f -> f.names.values().stream()).distinct().toList();
    }

    /** The key of somebody is destroyed, under the id of today alone; all names of that person. */
    public List<String> eraseAnybody() {
        var corrected = persons.stream().filter(person -> person.ids > 1).toList();
        var person = any(corrected);
        Township.erased(feed, person.id, day.toString());
        return families.stream()
                .flatMap(f -> Stream.ofNullable(f.names.get(person)))
                .distinct()
                .toList();
    }

    private void remember() {
        for (var family : families) {
            truths.add(
                    truth(
                            family,
                            FIRST.plusDays(
                                    random.nextLong(ChronoUnit.DAYS.between(FIRST, day) + 1))));
            truths.add(truth(family, family.openedOn.plusDays(random.nextInt(400))));
        }
    }

    private Truth truth(Family family, LocalDate on) {
        var members = new TreeSet<String>();
        var withoutNumber = new TreeSet<String>();
        for (var person : family.on(on)) {
            members.add(name(family, person));
            if (on.isBefore(person.numberedOn)) withoutNumber.add(name(family, person));
        }
        var head = family.headOn(on);
        return new Truth(
                family.id,
                on,
                feed.position("household"),
                members,
                withoutNumber,
                head == null ? null : name(family, head));
    }

    private static String name(Family family, Person person) {
        var name = family.names.get(person);
        if (name == null) throw new IllegalStateException("nobody of this household");
        return name;
    }

    private void opened(int number) {
        var family = new Family(Township.household(number), day);
        var members = new StringBuilder();
        for (var i = 0; i < 3; i++) {
            var person = somebody();
            if (i > 0) members.append(',');
            members.append(came(family, person, day, i == 0 ? "HEAD" : "OTHER"));
            if (i == 0) family.heads.add(new Headship(person, day));
        }
        families.add(family);
        feed.household(
                family.id,
                "HouseholdApplied",
                """
                {'householdId':'%s','region':'%s','head':'%s','members':[%s],'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(
                                family.id,
                                Township.VILLAGE,
                                family.heads.getFirst().person().id,
                                members,
                                day));
    }

    private Person somebody() {
        numbered++;
        var unnumbered = random.nextInt(3) == 0;
        var person =
                new Person(
                        (unnumbered ? "person-un-%d" : "person-no-%d").formatted(numbered),
                        unnumbered ? LocalDate.MAX : LocalDate.MIN,
                        name());
        persons.add(person);
        return person;
    }

    private String name() {
        return "甲%d乙*".formatted(++numbered);
    }

    private String came(Family family, Person person, LocalDate on, String relation) {
        family.stays.add(new Stay(person, on, null));
        family.ids.put(person, person.id);
        family.names.putIfAbsent(person, person.name);
        return member(family, person, relation);
    }

    private String member(Family family, Person person, String relation) {
        return """
        {'personId':'%s','maskedName':'%s','relation':'%s','sex':'MALE','birthYear':1970,'sealed':'AAAA'%s}
        """
                .formatted(
                        family.ids.get(person),
                        name(family, person),
                        relation,
                        person.unnumbered() ? ",'withoutNumber':'NEWBORN'" : "")
                .strip();
    }

    private String relation(Family family, Person person) {
        return family.headOn(day) == person ? "HEAD" : "OTHER";
    }

    private void step() {
        var family = any(families);
        switch (random.nextInt(daysMove ? 11 : 9)) {
            case 0, 1 -> joins(family);
            case 2, 3 -> leaves(family);
            case 4 -> headed(family);
            case 5 -> identified(family);
            case 6 -> renumbered();
            case 7 -> exchanged();
            case 9, 10 -> moved(family);
            default -> renamed(family);
        }
    }

    private void joins(Family family) {
        var back = day.minusDays(random.nextInt(30));
        var on = back.isBefore(family.openedOn) ? family.openedOn : back;
        joins(family, somebody(), on, "OTHER");
    }

    private void joins(Family family, Person person, LocalDate on, String reason) {
        var told =
                said(
                        family,
                        "MemberJoined",
                        "'member':%s,'reason':'%s','persons':1"
                                .formatted(came(family, person, on, "OTHER"), reason),
                        on);
        family.came.put(person, told);
        family.went.remove(person);
    }

    private void leaves(Family family) {
        var here = family.on(day);
        if (here.size() < 2) return;
        var person = any(here);
        var stays = here.stream().filter(each -> each != person).toList();
        var newHead = family.headOn(day) == person ? any(stays) : null;
        var to = any(families);
        var marries = to != family;
        var told =
                said(
                        family,
                        "MemberLeft",
                        "'personId':'%s','reason':'%s','newHead':%s,'toHouseholdId':%s,'persons':1"
                                .formatted(
                                        family.ids.get(person),
                                        marries ? "MARRIAGE" : "DEATH",
                                        newHead == null
                                                ? null
                                                : "'" + family.ids.get(newHead) + "'",
                                        marries ? "'" + to.id + "'" : null),
                        day);
        family.came.remove(person);
        if (newHead == null) family.went.put(person, told);
        family.stays.replaceAll(stay ->
                stay.person() == person && stay.until() == null
                        ? new Stay(person, stay.from(), day)
                        : stay);
        if (newHead != null) family.heads.add(new Headship(newHead, day));
        if (marries) joins(to, person, day, "MARRIAGE");
    }

    /** On another day, on which it goes with all else that is known of the person. */
    private void moved(Family family) {
        var person = any(family.ids.keySet().stream().sorted(this::byEntry).toList());
        var stay = family.last(person);
        var others =
                families.stream()
                        .flatMap(f -> f.stays.stream())
                        .filter(other -> other.person() == person && other != stay)
                        .toList();
        var headed = family.heads.stream().filter(head -> head.person() == person).toList();
        var identified =
                person.numberedOn.isBefore(stay.from()) || person.unnumbered()
                        ? null
                        : person.numberedOn;
        if (family.came.containsKey(person)) {
            var first = family.openedOn;
            for (var other : others) first = later(first, other.until());
            var last = day;
            for (var head : headed) last = earlier(last, head.from());
            moved(family, stay, true, first, earlier(last, identified));
        } else if (family.went.containsKey(person) && headed.isEmpty()) {
            var last = day;
            for (var other : others) {
                if (!other.from().isBefore(stay.from())) last = earlier(last, other.from());
            }
            var after = identified == null ? null : identified.plusDays(1);
            moved(family, stay, false, later(stay.from(), after), last);
        }
    }

    private void moved(Family family, Stay stay, boolean came, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) return;
        var right = first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
        var wrong = came ? stay.from() : stay.until();
        var person = stay.person();
        said(
                family,
                "MemberDayCorrected",
                "'correctsEventId':'%s','came':%s,'member':%s,'wrongDay':'%s','rightDay':'%s','left':%s,'persons':1,'reason':'x','approvedBy':'y'"
                        .formatted(
                                came ? family.came.get(person) : family.went.get(person),
                                came,
                                member(family, person, "OTHER"),
                                wrong,
                                right,
                                came ? null : "'MARRIAGE'"),
                day);
        family.stays.replaceAll(each ->
                each != stay
                        ? each
                        : came
                                ? new Stay(person, right, each.until())
                                : new Stay(person, each.from(), right));
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private void headed(Family family) {
        var head = any(family.on(day));
        var former = family.headOn(day);
        if (former == null || head == former) return;
        said(
                family,
                "HeadChanged",
                "'head':'%s','formerHead':'%s','relationOfFormerHead':'PARENT','reason':'年老'"
                        .formatted(family.ids.get(head), family.ids.get(former)),
                day);
        family.heads.add(new Headship(head, day));
    }

    private void identified(Family family) {
        var unknown = family.on(day).stream().filter(Person::unnumbered).toList();
        if (unknown.isEmpty()) return;
        var person = any(unknown);
        person.numberedOn = day;
        becomes("MemberIdentified", family, person, newId(person));
    }

    private String newId(Person person) {
        person.ids++;
        return person.id = "person-no-%d".formatted(++numbered);
    }

    private void becomes(String type, Family family, Person person, String id) {
        var was = family.ids.put(person, id);
        said(
                family,
                type,
                "'personId':'%s','identifiedAs':'%s','member':%s,'memberSince':'%s','enteredSince':'%4$s','headSince':null,'reason':'x','approvedBy':'y'"
                        .formatted(
                                was,
                                id,
                                member(family, person, relation(family, person)),
                                family.since(person)),
                day);
    }

    /** Of members and former ones; told in every household, or as it once was in one alone. */
    private void renumbered() {
        var person = any(persons);
        if (person.unnumbered()) return;
        var households = of(person);
        var told = random.nextInt(3) == 0 ? List.of(households.getLast()) : households;
        var id = newId(person);
        feed.atOnce(
                () -> told.forEach(family -> becomes("MemberNumberCorrected", family, person, id)));
    }

    /** Each had the other's number. */
    private void exchanged() {
        var one = any(persons);
        var other = any(persons);
        if (one == other || one.unnumbered() || other.unnumbered()) return;
        var id = one.id;
        one.id = other.id;
        other.id = id;
        one.ids++;
        other.ids++;
        feed.atOnce(() -> {
            for (var person : List.of(one, other)) {
                of(person)
                        .forEach(family ->
                                becomes("MemberNumberCorrected", family, person, person.id));
            }
        });
    }

    private List<Family> of(Person person) {
        return families.stream().filter(family -> family.ids.containsKey(person)).toList();
    }

    private void renamed(Family family) {
        var person = any(family.ids.keySet().stream().sorted(this::byEntry).toList());
        family.names.put(person, name());
        said(
                family,
                "MemberNameCorrected",
                "'member':%s,'formerMaskedName':'x','memberSince':'%s','reason':'x','approvedBy':'y'"
                        .formatted(
                                member(family, person, relation(family, person)),
                                family.since(person)),
                day);
    }

    private int byEntry(Person one, Person other) {
        return Integer.compare(persons.indexOf(one), persons.indexOf(other));
    }

    private String said(Family family, String type, String json, LocalDate on) {
        return feed.household(
                        family.id,
                        type,
                        "{'householdId':'%s',%s,'assumed':false,'occurredOn':'%s'}"
                                .formatted(family.id, json, on))
                .id();
    }

    private <T> T any(Collection<T> some) {
        return some.stream().skip(random.nextInt(some.size())).findFirst().orElseThrow();
    }
}
