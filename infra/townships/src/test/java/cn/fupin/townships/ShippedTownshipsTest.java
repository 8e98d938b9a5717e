package cn.fupin.townships;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Township.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five townships of the text: nothing of it is left out, and all of it can be made. */
class ShippedTownshipsTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /** 2、科学规划: the number of a paragraph. */
    private static final Pattern OF_A_PARAGRAPH = Pattern.compile("\\d、");

    /** 20__年: a year whose last digits the text's makers took out. */
    private static final String MASKED_YEAR = "20__";

    static Stream<String> shipped() {
        return TownshipFile.SHIPPED.stream();
    }

    static Township file(String name) {
        return TownshipFile.resource(name);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void passes_every_check_and_is_called_what_it_is(String name) {
        // resource() trusts that its counts can be met: here they are made
        Township township = TownshipFile.parse(name, TownshipFile.resourceText(name + ".json"));

        assertThat(township.id()).isEqualTo(name);
        assertThat(township.claims()).isNotEmpty();
        assertThat(township.notReached()).isNotEmpty();
        assertThat(township.source().text()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void what_is_not_reached_has_its_reason_in_the_text_and_not_in_a_version_to_come(String name) {
        assertThat(file(name).notReached())
                .allSatisfy(left -> {
                    assertThat(left.whyZh()).containsPattern("\\p{IsHan}").doesNotContain("版本");
                    assertThat(left.whyEn()).containsPattern("[a-z]").doesNotContain("version");
                });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_number_of_the_text_is_claimed_or_said_not_to_be_reached(String name) {
        Township township = file(name);
        var phrases =
                Stream.concat(
                                township.claims().stream().map(Claim::phraseZh),
                                township.notReached().stream().map(Township.NotReached::phraseZh))
                        .flatMap(phrase -> ClaimChecks.pieces(phrase).stream())
                        .toList();
        List<String> left = new ArrayList<>();
        for (String paragraph : Objects.requireNonNull(township.source().text())) {
            var numbers = NUMBER.matcher(paragraph);
            while (numbers.find()) {
                if (!isNoFigure(paragraph, numbers.start())
                        && !isQuoted(paragraph, numbers.start(), numbers.end(), phrases)) {
                    left.add(around(paragraph, numbers.start()));
                }
            }
        }
        assertThat(left).isEmpty();
    }

    private static boolean isNoFigure(String paragraph, int at) {
        return paragraph.startsWith(MASKED_YEAR, at)
                || at == 0 && OF_A_PARAGRAPH.matcher(paragraph).lookingAt();
    }

    private static boolean isQuoted(String text, int from, int to, List<String> phrases) {
        return phrases.stream()
                .anyMatch(phrase -> {
                    for (int at = text.indexOf(phrase);
                            at >= 0;
                            at = text.indexOf(phrase, at + 1)) {
                        if (at <= from && to <= at + phrase.length()) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 14));
    }

    @Test
    void together_they_first_registered_4157_households_of_12437_persons() {
        assertThat(claimed("households-identified")).isEqualTo(4157);
        assertThat(claimed("persons-identified")).isEqualTo(12437);
        var first =
                shipped()
                        .flatMap(name -> file(name).identification().stream())
                        .filter(batch -> batch.incomeYear() == 2013)
                        .toList();
        assertThat(first.stream().mapToInt(Township.Batch::households).sum()).isEqualTo(4157);
        assertThat(first.stream().mapToInt(Township.Batch::persons).sum()).isEqualTo(12437);
    }

    private static long claimed(String figure) {
        return shipped()
                .flatMap(name -> file(name).claims().stream())
                .filter(claim -> claim.figure().equals(figure))
                .mapToLong(claim -> claim.value().longValueExact())
                .sum();
    }

    @Test
    void only_three_figures_of_the_text_differ_from_what_happened() {
        assertThat(
                        shipped()
                                .flatMap(name -> file(name).claims().stream())
                                .filter(c -> c.expected().verdict() == Township.Verdict.differs)
                                .map(c -> c.figure() + " " + c.expected().difference()))
                .containsExactly(
                        "households-registered 20",
                        "persons-registered 15",
                        "key-village-share 0.71");
    }

    @Test
    void no_number_of_a_person_is_given_twice_in_all_of_them() {
        Set<String> identity = new HashSet<>();
        int given = 0;
        for (String name : TownshipFile.SHIPPED) {
            var numbers = PersonalNumbers.of(file(name));
            identity.addAll(numbers.identity());
            given += numbers.identity().size();
        }
        assertThat(identity).hasSize(given);
    }

    @Test
    void no_helper_has_more_than_five_households_in_all_of_them() {
        Map<String, Integer> households = new HashMap<>();
        for (String name : TownshipFile.SHIPPED) {
            Synthesiser.people(file(name))
                    .lives()
                    .helperIds()
                    .values()
                    .forEach(helper -> households.merge(helper, 1, Integer::sum));
        }
        assertThat(households.values()).allMatch(n -> n <= 5).hasSizeGreaterThan(100);
    }

    @Test
    void guogou_forbids_to_split_households_before_anybody_applies() {
        Township guogou = file("guogou-town");
        var firstDay = guogou.identification().getFirst().stages().appliedFrom();
        assertThat(Rules.inForce(guogou, "split-lookback-days", firstDay, 0)).isEqualTo(365);
    }

    /** 确保该走的步骤一步不少: application, survey, assessment, notices and announcement. */
    @Test
    void every_household_of_guogou_goes_through_the_four_gates() {
        Map<String, List<String>> steps = new HashMap<>();
        Set<String> inBothNotices = new HashSet<>();
        for (var phase : LoadPlan.of(file("guogou-town"))) {
            for (var line : phase.lines()) {
                String step = line.to().substring(line.to().lastIndexOf('/') + 1);
                if (line.stream().startsWith("household-")) {
                    steps.computeIfAbsent(line.stream(), s -> new ArrayList<>()).add(step);
                } else if (step.equals("posting") && line.body().contains("\"SECOND\"")) {
                    TownshipFile.JSON
                            .readTree(line.body())
                            .path("householdIds")
                            .forEach(id -> inBothNotices.add(id.asString("")));
                }
            }
        }
        assertThat(steps).hasSize(1085);
        assertThat(steps.values())
                .allSatisfy(taken ->
                        assertThat(taken)
                                .containsExactly(
                                        "application",
                                        "survey",
                                        "assessment",
                                        "township-review",
                                        "registration"));
        assertThat(inBothNotices).isEqualTo(steps.keySet());
    }

    @Test
    void shan_comes_from_1981_households_to_1837_by_way_of_1825() {
        Township shan = file("shan-town");
        var people = Synthesiser.people(shan);
        List<Household> first = new ArrayList<>();
        people.batches().subList(0, 2).forEach(batch -> first.addAll(batch.all()));
        var reverified = people.lives().reverifications().getFirst();
        var entered = people.batches().get(2).all();
        var later = people.batches().get(3).all();

        assertThat(first).hasSize(1981);
        assertThat(persons(first)).isEqualTo(5974);
        assertThat(reverified).allMatch(household -> household.removal() == null);
        assertThat(reverified.size() + entered.size()).isEqualTo(1825);
        assertThat(persons(reverified) + persons(entered)).isEqualTo(5967);
        assertThat(reverified.size() + entered.size() + later.size()).isEqualTo(1837);
        int joined = people.lives().joinings().stream().mapToInt(List::size).sum();
        int left = people.lives().leavings().stream().mapToInt(List::size).sum();
        assertThat(persons(reverified) + persons(entered) + persons(later) + joined - left)
                .isEqualTo(5982);
    }

    @Test
    void measures_and_exits_of_shan_have_the_texts_households_and_persons() {
        var lives = Synthesiser.people(file("shan-town")).lives();

        assertThat(lives.measures()).extracting(List::size).containsExactly(92, 94, 52, 69, 47);
        assertThat(lives.measures())
                .extracting(ShippedTownshipsTest::persons)
                .containsExactly(372, 366, 210, 275, 90);
        assertThat(lives.measures().stream().flatMap(List::stream)).doesNotHaveDuplicates();
        assertThat(lives.exits().getFirst()).hasSize(297);
        assertThat(persons(lives.exits().getFirst())).isEqualTo(1091);
    }

    @Test
    void who_is_planned_to_exit_in_muchuan_has_not_exited() {
        var lives = Synthesiser.people(file("muchuan-township")).lives();
        List<Household> exited = lives.exits().getFirst();
        List<Household> planned = lives.exitPlans().getFirst();

        assertThat(exited).hasSize(27);
        assertThat(persons(exited)).isEqualTo(111);
        assertThat(planned).hasSize(47).doesNotContainAnyElementsOf(exited);
        assertThat(persons(planned)).isEqualTo(156);
        assertThat(lives.leaders().getFirst()).hasSize(3);
    }

    @Test
    void what_was_decided_is_announced_and_exits_are_reported_after_it() {
        var guogou = sent("guogou-town");
        assertThat(guogou).contains("registrations", "announcements");
        assertThat(guogou.indexOf("announcements")).isEqualTo(guogou.indexOf("registrations") + 1);
        assertThat(sent("muchuan-township"))
                .containsSubsequence("exits", "exits are announced", "exits are reported");
        assertThat(sent("shan-town")).containsSubsequence("exits", "exits are reported");
    }

    private static List<String> sent(String name) {
        return LoadPlan.of(file(name)).stream().map(LoadPlan.Phase::en).toList();
    }

    private static int persons(List<Household> households) {
        return households.stream().mapToInt(h -> h.members().size()).sum();
    }
}
