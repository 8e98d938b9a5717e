package cn.fupin.townships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Households.Member;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the seed and the totals: the sums are exact, and every number is valid and nobody's. */
class SynthesiserTest {
    private static final String FILE = TownshipFile.resourceText("yanyuan-town.json");

    @Test
    void the_shipped_township_has_the_texts_totals() {
        Households households =
                Synthesiser.households(TownshipFile.resource("yanyuan-town")).getFirst();

        assertThat(households.all()).hasSize(788);
        assertThat(households.persons()).isEqualTo(3274);
        assertThat(removed(households)).hasSize(23);
        assertThat(persons(removed(households))).isEqualTo(107);
        assertThat(persons(households.kept())).isEqualTo(3167);
        assertThat(households.villages()).hasSize(12);
    }

    @Test
    void the_same_file_gives_the_same_households() {
        Township township = TownshipFile.resource("yanyuan-town");

        assertThat(Synthesiser.households(township).toString())
                .isEqualTo(Synthesiser.households(township).toString());
        assertThat(LoadPlan.of(township).toString()).isEqualTo(LoadPlan.of(township).toString());
        assertThat(bodies(township)).isEqualTo(bodies(township));
    }

    @RepeatedTest(value = 200, name = "seed {currentRepetition}")
    void sums_are_exact_and_numbers_valid_for_every_seed(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        var random = new Random(seed);
        int most = 1 + random.nextInt(12);
        int households = 1 + random.nextInt(150);
        int persons = households + random.nextInt(households * (most - 1) + 1);
        int removed = random.nextInt(households + 1);
        Township township = variant(seed, most, households, persons, removed, random);

        Households made = Synthesiser.households(township).getFirst();

        assertThat(made.all()).hasSize(households);
        assertThat(made.persons()).isEqualTo(persons);
        if (removed > 0) {
            var removal = township.removals().getFirst();
            assertThat(removed(made)).hasSize(removal.households());
            assertThat(persons(removed(made))).isEqualTo(removal.persons());
        }
        assertThat(made.all()).allSatisfy(h -> assertHousehold(h, most, township));
        assertThat(made.all()).extracting(Household::id).doesNotHaveDuplicates();
        assertThat(
                        made.all().stream()
                                .flatMap(h -> h.members().stream())
                                .map(Member::identityNumber))
                .doesNotHaveDuplicates();
    }

    @RepeatedTest(value = 200, name = "seed {currentRepetition}")
    void sizes_add_up_or_are_refused(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int most = 1 + random.nextInt(15);
        int households = random.nextInt(60);
        int persons = random.nextInt(900);

        if (persons < households || persons > households * most) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Shares.sizes(households, persons, most, random));
        } else {
            assertThat(Shares.sizes(households, persons, most, random))
                    .hasSize(households)
                    .satisfies(s -> assertThat(Arrays.stream(s).sum()).isEqualTo(persons))
                    .satisfies(
                            s -> assertThat(Arrays.stream(s)).allMatch(n -> n >= 1 && n <= most));
        }
    }

    /** Against every choice there is: found where there is one, and refused where there is none. */
    @RepeatedTest(value = 300, name = "seed {currentRepetition}")
    void a_choice_is_exact_or_there_is_none(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int households = 1 + random.nextInt(10);
        int most = 1 + random.nextInt(5);
        // without gaps between the sizes, as hundreds of households have none
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            sizes.add(i < most ? i + 1 : 1 + random.nextInt(most));
        }
        int count = 1 + random.nextInt(households + 1);
        int sum = random.nextInt(40);

        var chosen = Shares.chosen(sizes, count, sum, random);

        assertThat(chosen.isPresent()).isEqualTo(thereIs(sizes, 0, count, sum));
        chosen.ifPresent(positions -> {
            assertThat(positions).hasSize(count).doesNotHaveDuplicates();
            assertThat(positions.stream().mapToInt(sizes::get).sum()).isEqualTo(sum);
        });
    }

    private static boolean thereIs(List<Integer> sizes, int from, int count, int sum) {
        if (count == 0) {
            return sum == 0;
        }
        return sizes.size() - from >= count
                && (thereIs(sizes, from + 1, count - 1, sum - sizes.get(from))
                        || thereIs(sizes, from + 1, count, sum));
    }

    @Test
    void check_digits_are_those_of_the_standard() {
        assertThat(IdentityNumbers.check("11010519491231002")).isEqualTo('X');
        assertThat(IdentityNumbers.check("44052418800101001")).isEqualTo('4');
        assertThat(Synthesiser.luhn("7992739871")).isEqualTo(3);
    }

    private static void assertHousehold(Household h, int most, Township township) {
        assertThat(h.members()).hasSizeBetween(1, most);
        assertThat(h.members().getFirst().relation()).isEqualTo("HEAD");
        assertThat(h.members()).filteredOn(m -> m.relation().equals("HEAD")).hasSize(1);
        assertThat(h.members()).allSatisfy(m -> assertMember(m, h.appliedOn()));
        assertThat(h.survey().netIncomeFen() % h.members().size()).isZero();
        assertThat(h.survey().netIncomeFen() / h.members().size())
                .isLessThan(township.povertyLines().getFirst().lineFenPerYear())
                .isPositive();
        assertThat(h.votes().votesFor()).isGreaterThan(h.votes().votesAgainst());
        assertThat(h.otherCauses()).hasSizeLessThanOrEqualTo(2).doesNotContain(h.mainCause());
        var stages = township.identification().getFirst().stages();
        assertThat(h.appliedOn()).isBetween(stages.appliedFrom(), stages.appliedTo());
        assertThat(h.survey().surveyedOn()).isBetween(stages.surveyedFrom(), stages.surveyedTo());
    }

    private static void assertMember(Member m, LocalDate appliedOn) {
        String number = m.identityNumber();
        assertThat(number).matches("99\\d{15}[0-9X]");
        assertThat(number.charAt(17)).isEqualTo(IdentityNumbers.check(number.substring(0, 17)));
        assertThat(LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE))
                .isBetween(appliedOn.minusYears(110), appliedOn);
        if (m.phone() != null) {
            assertThat(m.phone()).matches("154\\d{8}");
        }
        if (m.cardNumber() != null) {
            assertThat(m.cardNumber()).matches("9999\\d{15}");
            assertThat(Synthesiser.luhn(m.cardNumber().substring(0, 18)))
                    .isEqualTo(m.cardNumber().charAt(18) - '0');
        }
    }

    private static Township variant(
            int seed, int most, int households, int persons, int removed, Random random) {
        var tree = (ObjectNode) TownshipFile.JSON.readTree(FILE);
        tree.withObject("/synthesis").put("seed", seed).put("membersMax", most);
        ((ObjectNode) tree.at("/identification/0"))
                .put("households", households)
                .put("persons", persons);
        tree.putArray("removals");
        tree.putArray("projects");
        if (removed > 0) {
            int left = households - removed;
            int fewest = Math.max(removed, persons - left * most);
            int mostRemoved = Math.min(removed * most, persons - left);
            var removal = (ObjectNode) TownshipFile.JSON.readTree(FILE).at("/removals/0");
            removal.put("households", removed);
            removal.put("persons", fewest + random.nextInt(mostRemoved - fewest + 1));
            tree.withArray("removals").add(removal);
        }
        return TownshipFile.parse("variant", tree.toString());
    }

    private static List<Household> removed(Households households) {
        return households.all().stream().filter(h -> h.removal() != null).toList();
    }

    private static int persons(List<Household> households) {
        return households.stream().mapToInt(h -> h.members().size()).sum();
    }

    private static List<String> bodies(Township township) {
        var keys = new HashSet<String>();
        return LoadPlan.of(township).stream()
                .flatMap(p -> p.lines().stream())
                .peek(l -> assertThat(keys.add(l.key())).as("key given once").isTrue())
                .map(LoadPlan.Line::body)
                .toList();
    }
}
