package cn.fupin.townships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the loader does with answers; that the commands are right is proved on the whole system. */
@Execution(ExecutionMode.CONCURRENT)
class LoaderTest {
    private final Township township = TownshipFile.resource("yanyuan-town");
    private FakeServices fake;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeServices();
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void every_command_once_and_each_households_in_their_order() {
        var loaded = Loader.load(township, fake.services(), Progress.silent());

        assertThat(loaded.replayed()).isZero();
        assertThat(fake.accepted).hasSize((int) loaded.commands());
        String household =
                fake.accepted.stream()
                        .filter(to -> to.endsWith("/removal"))
                        .findFirst()
                        .orElseThrow();
        String path = household.replace("/removal", "");
        assertThat(fake.accepted.stream().filter(to -> to.startsWith(path + "/")))
                .containsExactly(
                        path + "/application",
                        path + "/survey",
                        path + "/assessment",
                        path + "/township-review",
                        path + "/registration",
                        path + "/policy",
                        path + "/removal");
    }

    @Test
    void every_step_that_can_be_assumed_says_whether_it_is() {
        var without = Set.of("listing", "setting", "assessment", "statement");
        assertThat(LoadPlan.of(township))
                .flatExtracting(LoadPlan.Phase::lines)
                .filteredOn(l -> !without.contains(l.to().substring(l.to().lastIndexOf('/') + 1)))
                .allSatisfy(l -> assertThat(l.body().contains("\"assumed\":")).as(l.to()).isTrue());
    }

    @Test
    void a_second_load_changes_nothing() {
        Loader.load(township, fake.services(), Progress.silent());
        int before = fake.accepted.size();

        var second = Loader.load(township, fake.services(), Progress.silent());

        assertThat(second.replayed()).isEqualTo(second.commands());
        assertThat(fake.accepted).hasSize(before);
    }

    @Test
    void lost_answers_and_lagging_lookups_are_asked_again_with_the_same_keys() {
        fake.answersToLose.set(3);
        Set<String> lagged = Collections.synchronizedSet(new HashSet<>());
        fake.decide =
                to ->
                        to.endsWith("/commitment") && lagged.add(to)
                                ? FakeServices.LAGS
                                : FakeServices.ACCEPTED;

        var loaded = Loader.load(township, fake.services(), Progress.silent());

        assertThat(fake.accepted).hasSize((int) loaded.commands());
        assertThat(loaded.replayed()).isPositive();
        assertThat(lagged).hasSize(6);
    }

    @Test
    void a_final_refusal_ends_the_load_and_names_the_command_its_key_and_the_reason() {
        fake.decide =
                to -> to.endsWith("/registration") ? FakeServices.REFUSED : FakeServices.ACCEPTED;

        assertThatExceptionOfType(LoadRefused.class)
                .isThrownBy(() -> Loader.load(township, fake.services(), Progress.silent()))
                .withMessageContaining("/registration (load")
                .withMessageContaining("QUOTA_EXCEEDED 超过规模 / the quota is used up");
    }

    @Test
    void what_another_township_of_the_county_has_entered_stands_if_it_says_the_same() {
        fake.decide =
                to ->
                        to.endsWith("/setting")
                                ? FakeServices.alreadyThere("ALREADY_SET")
                                : FakeServices.ACCEPTED;
        fake.history = lineSet(273_600);

        assertThat(Loader.load(township, fake.services(), Progress.silent()).replayed()).isOne();
    }

    @Test
    void and_is_told_if_it_says_something_else() {
        fake.decide =
                to ->
                        to.endsWith("/setting")
                                ? FakeServices.alreadyThere("ALREADY_SET")
                                : FakeServices.ACCEPTED;
        fake.history = lineSet(280_000);

        assertThatExceptionOfType(LoadRefused.class)
                .isThrownBy(() -> Loader.load(township, fake.services(), Progress.silent()))
                .withMessageContaining("ALREADY_SET");
    }

    private static String lineSet(long lineFen) {
        return """
        {"position":1,"type":"PovertyLineSet","streamId":"povertyline-513423000000-2013",\
        "payload":"{\\"lineFenPerYear\\":%d,\\"incomeConcept\\":\\"NET_INCOME\\"}"}
        """
                .formatted(lineFen);
    }

    @Test
    void several_townships_are_one_load_that_says_which_is_at_hand() {
        var townships = List.of(TownshipFile.resource("shuiyinjiang-village"), township);
        List<Progress.Step> steps = Collections.synchronizedList(new ArrayList<>());

        var loaded = Loader.load(townships, fake.services(), steps::add);

        assertThat(fake.accepted).hasSize((int) loaded.commands());
        assertThat(steps).extracting(Progress.Step::total).containsOnly(loaded.commands());
        assertThat(steps).extracting(Progress.Step::of).containsOnly(2);
        assertThat(steps).extracting(Progress.Step::number).isSorted().contains(1, 2);
        assertThat(steps.getFirst().title()).isEqualTo(townships.getFirst().title());
        assertThat(steps.getLast().title()).isEqualTo(township.title());
    }

    @Test
    void a_signature_goes_by_the_number_on_the_paper_and_its_key_gives_nothing_away() {
        var agreements =
                LoadPlan.of(TownshipFile.resource("muchuan-township")).stream()
                        .flatMap(phase -> phase.lines().stream())
                        .filter(line -> line.to().endsWith("/exit-agreement"))
                        .toList();

        assertThat(agreements).hasSize(27);
        assertThat(agreements)
                .allSatisfy(line -> {
                    assertThat(line.body()).contains("\"signedByIdentityNumber\":\"99");
                    String ofThePath = Ids.uuid5("1\n" + line.to()).toString().replace("-", "");
                    assertThat(line.key()).isEqualTo("load" + ofThePath);
                });
    }

    @Test
    void progress_goes_up_to_the_total() {
        List<Progress.Step> steps = Collections.synchronizedList(new ArrayList<>());

        var loaded = Loader.load(township, fake.services(), steps::add);

        assertThat(steps.getLast().done()).isEqualTo(loaded.commands());
        assertThat(steps).extracting(Progress.Step::total).containsOnly(loaded.commands());
        assertThat(steps).extracting(Progress.Step::phaseEn).contains("regions", "registrations");
    }
}
