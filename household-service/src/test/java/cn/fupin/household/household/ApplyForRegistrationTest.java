package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.household.DescriptionEvent.HouseholdDescribed;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.Enclosures.Described;
import cn.fupin.household.household.HouseholdDetails.DangerGrade;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.IdentificationCommand.ApplyForRegistration;
import cn.fupin.household.household.IdentificationCommand.BatchThere;
import cn.fupin.household.household.IdentificationCommand.Village;
import cn.fupin.household.household.IdentificationEvent.HouseholdApplied;
import cn.fupin.household.household.IdentificationEvent.Separation;
import cn.fupin.household.household.IdentificationEvent.SeparationReason;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplyForRegistrationTest {
    private static ApplyForRegistration apply(LocalDate on, boolean listed, Member... members) {
        return apply(on, new Village(listed ? day("2000-01-01") : null, null, List.of()), members);
    }

    private static ApplyForRegistration apply(LocalDate on, Village village, Member... members) {
        return new ApplyForRegistration(
                HOUSEHOLD,
                VILLAGE,
                "三组",
                List.of(members),
                village,
                null,
                null,
                on,
                false,
                Enclosures.NONE,
                RECEIVED);
    }

    private static ApplyForRegistration ofABatch(String on, @Nullable KnownBatch batch) {
        return ofABatch(on, batch, Lineage.UNDIVIDED);
    }

    private static ApplyForRegistration ofABatch(
            String on, @Nullable KnownBatch batch, Lineage lineage) {
        return new ApplyForRegistration(
                HOUSEHOLD,
                VILLAGE,
                "三组",
                List.of(THE_HEAD),
                new Village(day("2000-01-01"), null, List.of()),
                BATCH,
                batch == null ? null : new BatchThere(batch, lineage),
                day(on),
                false,
                Enclosures.NONE,
                RECEIVED);
    }

    private static final Member THE_HEAD = member(HEAD, Relation.HEAD);
    private static final Member THE_CHILD = member(CHILD, Relation.CHILD);

    @Test
    void a_household_applies_with_its_members_and_its_head() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(apply(day("2014-04-01"), true, THE_HEAD, THE_CHILD))
                .then(applied());
    }

    private static KnownGroup group(String number, String name, @Nullable String endedOn) {
        return new KnownGroup(
                number, name, day("2014-01-01"), endedOn == null ? null : day(endedOn));
    }

    @Test
    void of_a_group_of_the_village_where_any_is_listed_on_that_day() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        var named = List.of(group("01", "一组", null), group("03", "三组", null));
        spec.when(apply(day("2014-04-01"), new Village(day("2000-01-01"), null, named), THE_HEAD))
                .accepted();
        var renamed = List.of(group("01", "一组", null), group("03", "大湾组", null));
        spec.when(apply(day("2014-04-01"), new Village(day("2000-01-01"), null, renamed), THE_HEAD))
                .refused(GROUP_NOT_LISTED);
        var others = List.of(group("01", "一组", null), group("03", "三组", "2014-04-01"));
        spec.when(apply(day("2014-04-01"), new Village(day("2000-01-01"), null, others), THE_HEAD))
                .refused(GROUP_NOT_LISTED);
        spec.when(apply(day("2014-03-31"), new Village(day("2000-01-01"), null, others), THE_HEAD))
                .accepted();
        spec.when(apply(day("2013-12-31"), new Village(day("2000-01-01"), null, others), THE_HEAD))
                .accepted();
    }

    @Test
    void in_a_village_that_is_listed_by_that_day() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        var village = new Village(day("2014-04-01"), null, List.of());
        spec.when(apply(day("2014-04-01"), village, THE_HEAD)).accepted();
        spec.when(apply(day("2014-03-31"), village, THE_HEAD)).refused(VILLAGE_LISTED_LATER);
    }

    @Test
    void of_one_group_however_its_number_is_written() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        var village =
                new Village(
                        day("2000-01-01"),
                        null,
                        List.of(group("01", "河坝组", null), group("03", "三组", null)));
        for (var said : List.of("03", "3", "3组", "第3村民小组", "３组", "第０３村民小组", "三组")) {
            var asked =
                    new ApplyForRegistration(
                            HOUSEHOLD,
                            VILLAGE,
                            said,
                            List.of(THE_HEAD, THE_CHILD),
                            village,
                            null,
                            null,
                            day("2014-04-01"),
                            false,
                            Enclosures.NONE,
                            RECEIVED);
            spec.when(asked).then(applied());
        }
    }

    @Test
    void in_a_batch_from_its_first_day_to_its_last_or_until_it_was_closed() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        var open = batch(null);
        spec.when(ofABatch("2014-03-20", open)).accepted();
        spec.when(ofABatch("2014-04-10", open)).accepted();
        spec.when(ofABatch("2014-03-19", open)).refused(OUTSIDE_THE_BATCH);
        spec.when(ofABatch("2014-04-11", open)).refused(OUTSIDE_THE_BATCH);
        spec.when(ofABatch("2014-04-05", batch(day("2014-04-05")))).accepted();
        spec.when(ofABatch("2014-04-06", batch(day("2014-04-05")))).refused(OUTSIDE_THE_BATCH);
        spec.when(ofABatch("2014-04-10", batch(day("2014-05-01")))).accepted();
        spec.when(ofABatch("2014-04-11", batch(day("2014-05-01")))).refused(OUTSIDE_THE_BATCH);
    }

    @Test
    void in_a_batch_that_is_known_and_of_its_own_village() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        spec.when(ofABatch("2014-04-01", null)).refused(BATCH_UNKNOWN);
        var elsewhere =
                new KnownBatch(BATCH, "513423199202", day("2014-03-20"), day("2014-04-10"), null);
        spec.when(ofABatch("2014-04-01", elsewhere)).refused(BATCH_ELSEWHERE);
        // what the batch's village became takes its batch over
        var heir =
                Lineage.of(
                        List.of(
                                new Succession(
                                        "513423199202", day("2014-04-01"), List.of(VILLAGE))));
        spec.when(ofABatch("2014-04-01", elsewhere, heir)).accepted();
        spec.when(ofABatch("2014-03-31", elsewhere, heir)).refused(BATCH_ELSEWHERE);
    }

    @Test
    void what_the_form_says_of_the_house_and_its_people_is_told_beside() {
        var enclosures =
                new Enclosures(
                        new Separation(SeparationReason.MARRIAGE, "结婚证J513423-2014-000012"),
                        null,
                        dwelling(DangerGrade.C),
                        List.of(new Described(CHILD, student())));
        given(HouseholdDecider.INSTANCE, List.of())
                .when(
                        new ApplyForRegistration(
                                HOUSEHOLD,
                                VILLAGE,
                                "三组",
                                List.of(THE_HEAD, THE_CHILD),
                                new Village(day("2000-01-01"), null, List.of()),
                                null,
                                null,
                                day("2014-04-01"),
                                false,
                                enclosures,
                                RECEIVED))
                .then(
                        new HouseholdApplied(
                                HOUSEHOLD,
                                day("2014-04-01"),
                                VILLAGE,
                                "三组",
                                HEAD,
                                List.of(THE_HEAD, THE_CHILD),
                                false,
                                enclosures.separation(),
                                null,
                                null),
                        new HouseholdDescribed(
                                HOUSEHOLD, day("2014-04-01"), dwelling(DangerGrade.C), false, null),
                        new MemberDescribed(
                                HOUSEHOLD,
                                day("2014-04-01"),
                                CHILD,
                                student(),
                                null,
                                false,
                                null,
                                null));
    }

    @Test
    void not_twice() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(apply(day("2014-04-01"), true, THE_HEAD))
                .refused(ALREADY_APPLIED);
    }

    @Test
    void not_in_the_future_but_today_in_Shanghai() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        spec.when(apply(TOMORROW, true, THE_HEAD)).refused(IN_THE_FUTURE);
        spec.when(apply(TODAY, true, THE_HEAD)).events();
    }

    @Test
    void not_from_a_village_that_is_not_listed() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(apply(day("2014-04-01"), false, THE_HEAD))
                .refused(VILLAGE_NOT_LISTED);
    }

    @Test
    void not_from_a_village_that_had_ended_by_then() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        var ended = new Village(day("2000-01-01"), day("2014-04-01"), List.of());
        spec.when(apply(day("2014-04-01"), ended, THE_HEAD)).refused(VILLAGE_SUPERSEDED);
        spec.when(apply(day("2014-03-31"), ended, THE_HEAD)).accepted();
    }

    @Test
    void nobody_stands_in_it_twice() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(apply(day("2014-04-01"), true, THE_HEAD, member(HEAD, Relation.CHILD)))
                .refused(SAME_PERSON_TWICE);
    }

    @Test
    void it_has_one_head_and_not_two() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        spec.when(apply(day("2014-04-01"), true, THE_CHILD)).refused(NOT_EXACTLY_ONE_HEAD);
        spec.when(apply(day("2014-04-01"), true, THE_HEAD, member(CHILD, Relation.HEAD)))
                .refused(NOT_EXACTLY_ONE_HEAD);
    }
}
