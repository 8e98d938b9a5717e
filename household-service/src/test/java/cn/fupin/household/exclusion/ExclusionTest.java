package cn.fupin.household.exclusion;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.exclusion.ExclusionReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.exclusion.ExclusionCommand.*;
import cn.fupin.household.exclusion.ExclusionEvent.*;
import cn.fupin.household.exclusion.MatchingEvent.ListedPersonsFound;
import cn.fupin.household.exclusion.MatchingEvent.MatchingListReceived;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExclusionTest {
    private static final String RULE = "exclusion-00000000-0000-7000-8000-000000000001";
    private static final String LIST = "matching-00000000-0000-7000-8000-000000000001";
    private static final String COUNTY = "513423000000";
    private static final Decision BUREAU = new Decision("县扶贫移民局", null);
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static EnactExclusion enact(String from) {
        return new EnactExclusion(
                RULE,
                COUNTY,
                ExclusionItem.CAR,
                ExclusionEffect.REFUSE,
                "家有小汽车的不进",
                "县实施细则",
                LocalDate.parse(from),
                false,
                RECEIVED);
    }

    private static ExclusionRuleEnacted enacted() {
        return new ExclusionRuleEnacted(
                RULE,
                LocalDate.parse("2014-01-01"),
                COUNTY,
                LocalDate.parse("2014-01-01"),
                ExclusionItem.CAR,
                ExclusionEffect.REFUSE,
                "家有小汽车的不进",
                "县实施细则",
                false);
    }

    private static EndExclusion end(String on) {
        return new EndExclusion(RULE, LocalDate.parse(on), BUREAU, false, RECEIVED);
    }

    private static ExclusionRuleEnded ended() {
        return new ExclusionRuleEnded(RULE, LocalDate.parse("2016-01-01"), BUREAU, false);
    }

    @Test
    void a_rule_takes_effect_once() {
        given(ExclusionDecider.INSTANCE, List.of()).when(enact("2014-01-01")).then(enacted());
        given(ExclusionDecider.INSTANCE, List.of())
                .when(enact("2020-01-02"))
                .refused(IN_THE_FUTURE);
        given(ExclusionDecider.INSTANCE, enacted())
                .when(enact("2015-01-01"))
                .refused(ALREADY_ENACTED);
    }

    @Test
    void and_ends_once_and_after_that() {
        var spec = given(ExclusionDecider.INSTANCE, enacted());
        spec.when(end("2016-01-01")).then(ended());
        spec.when(end("2014-01-01")).refused(NOT_AFTER_IT_TOOK_EFFECT);
        spec.when(end("2020-01-02")).refused(IN_THE_FUTURE);
        given(ExclusionDecider.INSTANCE, List.of()).when(end("2016-01-01")).refused(NOT_ENACTED);
        given(ExclusionDecider.INSTANCE, enacted(), ended())
                .when(end("2016-01-01"))
                .refused(ALREADY_ENDED);
    }

    private static ReceiveMatchingList receive(String asOf, String on, boolean listed) {
        return new ReceiveMatchingList(
                LIST,
                COUNTY,
                ExclusionItem.CAR,
                "县车管所",
                LocalDate.parse(asOf),
                LocalDate.parse(on),
                3,
                "0".repeat(64),
                listed,
                false,
                RECEIVED);
    }

    private static MatchingListReceived received() {
        return new MatchingListReceived(
                LIST,
                LocalDate.parse("2014-04-02"),
                COUNTY,
                ExclusionItem.CAR,
                "县车管所",
                LocalDate.parse("2014-03-31"),
                3,
                "0".repeat(64),
                false);
    }

    @Test
    void a_list_is_received_once_and_not_before_the_day_it_speaks_of() {
        var spec = given(MatchingDecider.INSTANCE, List.<MatchingEvent>of());
        spec.when(receive("2014-03-31", "2014-04-02", true)).then(received());
        spec.when(receive("2014-04-03", "2014-04-02", true)).refused(RECEIVED_BEFORE_ITS_DAY);
        spec.when(receive("2014-03-31", "2020-01-02", true)).refused(IN_THE_FUTURE);
        spec.when(receive("2014-03-31", "2014-04-02", false)).refused(REGION_NOT_LISTED);
        given(MatchingDecider.INSTANCE, received())
                .when(receive("2014-03-31", "2014-04-02", true))
                .refused(ALREADY_RECEIVED);
    }

    @Test
    void whom_it_names_is_told_once() {
        given(MatchingDecider.INSTANCE, received())
                .when(told("person-b", "person-a", "person-b"))
                .then(found("person-a", "person-b"));
        var spec = given(MatchingDecider.INSTANCE, received(), found("person-a"));
        spec.when(told("person-a", "person-c")).then(found("person-c"));
        spec.when(told("person-a")).refused(TOLD_ALREADY);
        given(MatchingDecider.INSTANCE, List.<MatchingEvent>of())
                .when(told("person-a"))
                .refused(NOT_RECEIVED);
    }

    private static TellListedPersons told(String... persons) {
        return new TellListedPersons(LIST, List.of(persons), RECEIVED);
    }

    private static ListedPersonsFound found(String... persons) {
        return new ListedPersonsFound(LIST, LocalDate.parse("2020-01-01"), List.of(persons));
    }

    private static MatchingForm form(List<String> numbers) {
        return new MatchingForm(
                LIST,
                COUNTY,
                ExclusionItem.CAR,
                "县车管所",
                LocalDate.parse("2014-03-31"),
                numbers,
                LocalDate.parse("2014-04-02"),
                false,
                RECEIVED);
    }

    @Test
    void a_list_has_some_numbers_and_not_more_than_20000_and_never_shows_them() {
        assertThatThrownBy(() -> form(List.of())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> form(Collections.nCopies(20_001, "1")))
                .isInstanceOf(Malformed.class);
        assertThat(form(List.of("11010519491231002X")).toString()).doesNotContain("1101");
    }
}
