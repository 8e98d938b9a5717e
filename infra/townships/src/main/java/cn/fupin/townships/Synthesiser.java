package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Households.Member;
import cn.fupin.townships.Households.Survey;
import cn.fupin.townships.Households.Votes;
import cn.fupin.townships.Township.Batch;
import cn.fupin.townships.Township.Division;
import cn.fupin.townships.Township.Level;
import cn.fupin.townships.Township.Removal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the households of a township: the totals are the file's to the last person, everything else
 * is invented. The same file gives the same households for ever: java.util.Random's sequence is
 * specified, unlike that of the newer generators' derived methods.
 */
final class Synthesiser {
    /** As often as a cause stands here, so likely it is. */
    private static final List<String> CAUSES =
            List.of(
                    "ILLNESS",
                    "ILLNESS",
                    "ILLNESS",
                    "ILLNESS",
                    "CAPITAL",
                    "CAPITAL",
                    "CAPITAL",
                    "CAPITAL",
                    "SKILLS",
                    "SKILLS",
                    "SKILLS",
                    "LABOUR",
                    "LABOUR",
                    "SCHOOLING",
                    "SCHOOLING",
                    "TRANSPORT",
                    "TRANSPORT",
                    "DISABILITY",
                    "LAND",
                    "WATER",
                    "DISASTER",
                    "MOTIVATION",
                    "OTHER");

    private final Township township;
    private final Ids ids;
    private final Random random;
    private final Names names;
    private final IdentityNumbers identityNumbers;

    private Synthesiser(Township township) {
        this.township = township;
        this.ids = new Ids(township.id());
        this.random = new Random(township.synthesis().seed());
        this.names = new Names(township.synthesis().yiNamesPercent());
        this.identityNumbers = new IdentityNumbers(township.id());
    }

    static List<Households> households(Township township) {
        return new Synthesiser(township).batches();
    }

    /**
     * The households, and which of them each further part of the file is about.
     *
     * @throws Impossible when what the file counts cannot be met
     */
    static People people(Township township) {
        var synthesiser = new Synthesiser(township);
        List<Households> batches = synthesiser.batches();
        return new People(
                batches, new LifeChoices(township, batches, synthesiser.identityNumbers).choose());
    }

    record People(List<Households> batches, Lives lives) {}

    private List<Households> batches() {
        return township.identification().stream().map(this::batch).toList();
    }

    /** Where a household lives and how large it is, before it has people. */
    private record Place(Division village, int size, @Nullable Integer removal) {}

    private Households batch(Batch batch) {
        List<Place> places = new ArrayList<>();
        List<Division> homes = homes(batch);
        Map<String, Integer> attendance = new LinkedHashMap<>();
        homes.forEach(v -> attendance.computeIfAbsent(v.code(), code -> 30 + random.nextInt(40)));
        for (Slot slot : slots(batch)) {
            places.add(new Place(homes.get(places.size()), slot.size(), slot.removal()));
        }
        List<Household> made = new ArrayList<>();
        for (Place place : places) {
            int present = attendance.getOrDefault(place.village().code(), 0);
            made.add(household(batch, place, present, made.size() + 1));
        }
        return new Households(batch, List.copyOf(made), attendance);
    }

    private record Slot(int size, @Nullable Integer removal) {}

    /** Each removal's households have exactly its persons, the others exactly the rest. */
    private List<Slot> slots(Batch batch) {
        return batch.parts().isEmpty() ? slotsOfTheWhole(batch) : slotsOfParts(batch);
    }

    /** Each village's own totals; who is removed is then chosen among all of them. */
    private List<Slot> slotsOfParts(Batch batch) {
        List<Slot> slots = new ArrayList<>();
        batch.parts().forEach(p -> add(slots, p.households(), p.persons(), null));
        for (int i = 0; i < township.removals().size(); i++) {
            Removal removal = township.removals().get(i);
            if (removal.batch().equals(batch.id())) {
                remove(slots, removal, i);
            }
        }
        return slots;
    }

    private void remove(List<Slot> slots, Removal removal, int number) {
        List<Integer> left =
                IntStream.range(0, slots.size())
                        .filter(i -> slots.get(i).removal() == null)
                        .boxed()
                        .toList();
        List<Integer> sizes = left.stream().map(i -> slots.get(i).size()).toList();
        Shares.chosen(sizes, removal.households(), removal.persons(), random)
                .orElseThrow(() ->
                        Impossible.choice(
                                "/removals/" + number, removal.households(), removal.persons()))
                .forEach(i -> slots.set(left.get(i), new Slot(sizes.get(i), number)));
    }

    private List<Slot> slotsOfTheWhole(Batch batch) {
        List<Slot> slots = new ArrayList<>();
        int households = batch.households();
        int persons = batch.persons();
        for (int i = 0; i < township.removals().size(); i++) {
            Removal removal = township.removals().get(i);
            if (removal.batch().equals(batch.id())) {
                add(slots, removal.households(), removal.persons(), i);
                households -= removal.households();
                persons -= removal.persons();
            }
        }
        add(slots, households, persons, null);
        Collections.shuffle(slots, random);
        return slots;
    }

    private void add(List<Slot> slots, int households, int persons, @Nullable Integer removal) {
        int most = township.synthesis().membersMax();
        Arrays.stream(Shares.sizes(households, persons, most, random))
                .forEach(size -> slots.add(new Slot(size, removal)));
    }

    /** One village per household, in proportion to the villages' groups, in village order. */
    private List<Division> homes(Batch batch) {
        if (!batch.parts().isEmpty()) {
            return batch.parts().stream()
                    .flatMap(p -> Collections.nCopies(p.households(), village(p.region())).stream())
                    .toList();
        }
        List<Division> villages =
                township.divisions().stream()
                        .filter(d -> d.level() == Level.VILLAGE)
                        .filter(d ->
                                batch.villages().isEmpty() || batch.villages().contains(d.code()))
                        .toList();
        long[] parts =
                Shares.inProportion(
                        batch.households(), villages.stream().map(Division::groups).toList());
        List<Division> homes = new ArrayList<>();
        for (int v = 0; v < parts.length; v++) {
            homes.addAll(Collections.nCopies((int) parts[v], villages.get(v)));
        }
        return homes;
    }

    private Division village(String code) {
        return township.divisions().stream()
                .filter(d -> d.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Household household(Batch batch, Place place, int present, int number) {
        int groups = Math.max(1, place.village().groups());
        List<Member> members = members(place.size(), batch.stages().appliedFrom());
        String mainCause = pick(CAUSES);
        return new Household(
                ids.of("household", batch.id() + "/" + number),
                place.village().code(),
                1 + random.nextInt(groups),
                members,
                between(batch.stages().appliedFrom(), batch.stages().appliedTo()),
                survey(batch, place.size()),
                votes(present),
                type(place.size()),
                mainCause,
                otherCauses(mainCause),
                place.removal());
    }

    /** A clear majority; some are against, some abstain. */
    private Votes votes(int present) {
        int against = random.nextInt(6);
        return new Votes(present - against - random.nextInt(4), against);
    }

    private List<Member> members(int size, LocalDate asOf) {
        Names.Family family = names.family(random);
        boolean headMale = random.nextInt(100) < 82;
        int headAge = size == 1 ? 45 + random.nextInt(38) : 24 + random.nextInt(46);
        List<Member> members = new ArrayList<>();
        members.add(member(family, "HEAD", headMale, headAge, asOf));
        if (size > 1 && random.nextInt(100) < 88) {
            int age = Math.max(22, headAge - 4 + random.nextInt(8));
            members.add(member(names.family(random), "SPOUSE", !headMale, age, asOf));
        }
        int children = Math.min(size - members.size(), 1 + random.nextInt(4));
        for (int i = 0; i < children; i++) {
            int age = 1 + random.nextInt(Math.max(1, headAge - 21));
            members.add(member(family, "CHILD", random.nextBoolean(), age, asOf));
        }
        for (int i = 0; members.size() < size; i++) {
            boolean parent = i < 2 && headAge < 62;
            int age = parent ? headAge + 20 + random.nextInt(8) : 1 + random.nextInt(70);
            members.add(
                    member(
                            family,
                            parent ? "PARENT" : "OTHER",
                            parent ? i == 0 : random.nextBoolean(),
                            age,
                            asOf));
        }
        return List.copyOf(members);
    }

    private Member member(
            Names.Family family, String relation, boolean male, int age, LocalDate asOf) {
        LocalDate born = asOf.minusYears(age).minusDays(1 + random.nextInt(364));
        boolean head = relation.equals("HEAD");
        return new Member(
                Names.of(family, male, random),
                identityNumbers.next(born, male, random),
                head ? phone() : null,
                head ? card() : null,
                relation);
    }

    /** 154 is the form of a mobile number, but no operator has been given it. */
    private String phone() {
        return "154%08d".formatted(random.nextInt(100_000_000));
    }

    /** 19 digits with a good Luhn digit; 9 and country 999 is an issuer that cannot exist. */
    private String card() {
        String body =
                "9999%07d%07d".formatted(random.nextInt(10_000_000), random.nextInt(10_000_000));
        return body + luhn(body);
    }

    static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }

    /** Net income per head is a whole number of fen strictly below the line of its year. */
    private Survey survey(Batch batch, int persons) {
        long lineFen = lineFen(batch);
        long perHeadFen = Math.min(lineFen - 1, lineFen * (30 + random.nextInt(69)) / 100);
        long netFen = perHeadFen * persons;
        long costFen = netFen * (10 + random.nextInt(30)) / 100;
        long grossFen = netFen + costFen;
        long wageFen = grossFen * random.nextInt(45) / 100;
        long transferFen = grossFen * (5 + random.nextInt(20)) / 100;
        long propertyFen = grossFen * random.nextInt(4) / 100;
        return new Survey(
                between(batch.stages().surveyedFrom(), batch.stages().surveyedTo()),
                wageFen,
                grossFen - wageFen - transferFen - propertyFen,
                transferFen,
                propertyFen,
                costFen,
                random.nextInt(100) < 55,
                random.nextInt(100) < 65);
    }

    private long lineFen(Batch batch) {
        return township.povertyLines().stream()
                .filter(line -> line.year() == batch.incomeYear())
                .mapToLong(Township.PovertyLine::lineFenPerYear)
                .min()
                .orElseThrow();
    }

    private String type(int persons) {
        int draw = random.nextInt(100);
        if (persons == 1 && draw < 40) {
            return "FIVE_GUARANTEES";
        }
        return draw < 70 ? "GENERAL" : draw < 90 ? "DIBAO_POOR" : "DIBAO";
    }

    private List<String> otherCauses(String mainCause) {
        List<String> causes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String cause = pick(CAUSES);
            if (!cause.equals(mainCause) && !causes.contains(cause)) {
                causes.add(cause);
            }
        }
        return List.copyOf(causes);
    }

    private LocalDate between(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, to) + 1));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
