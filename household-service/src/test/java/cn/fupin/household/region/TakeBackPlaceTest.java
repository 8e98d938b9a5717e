package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionFacts.*;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.PlaceCommand.CorrectListing;
import cn.fupin.household.region.PlaceCommand.IdentifyPoorVillage;
import cn.fupin.household.region.PlaceCommand.RenameRegion;
import cn.fupin.household.region.PlaceEvent.RegionListingCorrected;
import cn.fupin.household.region.PlaceEvent.RegionRenamed;
import cn.fupin.household.region.PlaceTakenBack.*;
import cn.fupin.household.region.RegionCommand.ListRegion;
import cn.fupin.household.region.RegionCommand.RecordSurveyRound;
import cn.fupin.household.region.RegionCommand.SupersedeRegion;
import cn.fupin.household.region.RegionCommand.TakeBackPlace;
import cn.fupin.household.region.RegionCommand.TakeBackWork;
import cn.fupin.household.region.RegionEvent.*;
import cn.fupin.household.region.WorkTakenBack.VillageExitRecheckTakenBack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a place is said to be wrongly is taken back by two persons, and it stands as it stood. */
class TakeBackPlaceTest {
    private static final String EVENT = "event-1";

    private static TakeBackPlace takeBack(@Nullable RegionEvent wrong) {
        return takeBack(wrong, EVENT, "2019-12-31", "wang", null);
    }

    private static TakeBackPlace takeBack(
            @Nullable RegionEvent wrong,
            String event,
            String on,
            String approvedBy,
            @Nullable Stands stands) {
        return new TakeBackPlace(
                new TakeBackWork.Asked(
                        PLACE, event, "误登", approvedBy, day(on), null, "li", RECEIVED),
                wrong,
                stands);
    }

    private static RegionRenamed renamed(String to, String from, String on) {
        return new RegionRenamed(VILLAGE, day(on), to, from, null, false);
    }

    private static RenamingTakenBack renamingTakenBack() {
        return new RenamingTakenBack(
                VILLAGE,
                day("2019-12-31"),
                EVENT,
                day("2016-05-01"),
                "新村",
                "__村",
                "误登",
                "wang",
                null);
    }

    private static SuccessionTakenBack successionTakenBack() {
        return new SuccessionTakenBack(
                VILLAGE,
                day("2019-12-31"),
                EVENT,
                day("2019-12-01"),
                List.of(),
                "误登",
                "wang",
                null);
    }

    private static PoorVillageIdentificationTakenBack identificationTakenBack() {
        return new PoorVillageIdentificationTakenBack(
                VILLAGE, day("2019-12-31"), EVENT, day("2014-06-01"), "误登", "wang", null);
    }

    private static PoorVillageExitTakenBack exitTakenBack() {
        return new PoorVillageExitTakenBack(
                VILLAGE, day("2019-12-31"), EVENT, day("2017-10-01"), "误登", "wang", null);
    }

    private static ListingTakenBack listingTakenBack() {
        return new ListingTakenBack(
                VILLAGE, day("2019-12-31"), EVENT, day("2014-01-01"), "__村", "误登", "wang", null);
    }

    private static VillageExitRechecked rechecked() {
        return new VillageExitRechecked(VILLAGE, day("2018-01-01"), by("县"), false, true, null);
    }

    @Test
    void by_two_persons_once_later_and_of_this_place() {
        var spec = given(RegionDecider.INSTANCE, village(), superseded());
        spec.when(takeBack(superseded(), EVENT, "2019-12-31", "li", null))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(takeBack(null)).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(takeBack(superseded(), EVENT, "2019-11-30", "wang", null))
                .refused(CORRECTION_BEFORE_FACT);
        spec.when(takeBack(superseded(), EVENT, "2020-01-02", "wang", null)).refused(IN_THE_FUTURE);
        spec.when(takeBack(new SurveyRoundHeld(VILLAGE, day("2015-01-01"), false)))
                .refused(CORRECTS_ANOTHER_KIND);
        given(RegionDecider.INSTANCE, village(), superseded(), successionTakenBack())
                .when(takeBack(superseded()))
                .refused(TAKEN_BACK_ALREADY);
    }

    @Test
    void a_place_whose_end_was_taken_back_is_a_division_as_before() {
        given(RegionDecider.INSTANCE, village(), superseded())
                .when(takeBack(superseded()))
                .then(successionTakenBack());
        var spec = given(RegionDecider.INSTANCE, village(), superseded(), successionTakenBack());
        spec.when(
                        new SupersedeRegion(
                                new SupersedeRegion.Asked(
                                        PLACE, day("2019-12-15"), List.of(), null, false, RECEIVED),
                                true,
                                null))
                .accepted();
        spec.when(new RenameRegion(PLACE, "新村", null, day("2019-12-15"), false, RECEIVED))
                .accepted();
    }

    @Test
    void not_while_something_stands_on_it() {
        var stands = new Stands(HOUSEHOLDS_RECORDED_SINCE, Map.of("householdId", "household-1"));
        given(RegionDecider.INSTANCE, village(), superseded())
                .when(takeBack(superseded(), EVENT, "2019-12-31", "wang", stands))
                .refused(HOUSEHOLDS_RECORDED_SINCE);
        var recorded = new Stands(SOMETHING_IS_RECORDED_THERE, Map.of("stands", "event-2"));
        given(RegionDecider.INSTANCE, village())
                .when(takeBack(village(), EVENT, "2019-12-31", "wang", recorded))
                .refused(SOMETHING_IS_RECORDED_THERE);
    }

    @Test
    void the_last_name_first() {
        var first = renamed("新村", "__村", "2016-05-01");
        given(RegionDecider.INSTANCE, village(), first)
                .when(takeBack(first))
                .then(renamingTakenBack());
        given(RegionDecider.INSTANCE, village(), first, renamed("更新村", "新村", "2017-05-01"))
                .when(takeBack(first))
                .refused(A_LATER_STEP_STANDS_ON_IT);
        var spec = given(RegionDecider.INSTANCE, village(), first, renamingTakenBack());
        spec.when(new RenameRegion(PLACE, "__村", null, day("2016-01-01"), false, RECEIVED))
                .refused(SAME_NAME);
        spec.when(new RenameRegion(PLACE, "新村", null, day("2016-01-01"), false, RECEIVED))
                .then(renamed("新村", "__村", "2016-01-01"));
    }

    @Test
    void a_village_is_no_poor_one_and_a_listing_none_any_more() {
        given(RegionDecider.INSTANCE, village(), poorVillage())
                .when(takeBack(poorVillage()))
                .then(identificationTakenBack());
        given(RegionDecider.INSTANCE, village(), poorVillage(), exited())
                .when(takeBack(poorVillage()))
                .refused(A_LATER_STEP_STANDS_ON_IT);
        var earlier =
                new IdentifyPoorVillage(
                        new IdentifyPoorVillage.Asked(
                                PLACE,
                                day("2014-05-01"),
                                by("县"),
                                false,
                                null,
                                null,
                                null,
                                RECEIVED),
                        VillageRules.NONE);
        given(RegionDecider.INSTANCE, village(), poorVillage(), identificationTakenBack())
                .when(earlier)
                .accepted();
        given(RegionDecider.INSTANCE, village()).when(takeBack(village())).then(listingTakenBack());
        given(RegionDecider.INSTANCE, village(), listingTakenBack())
                .when(new RecordSurveyRound(PLACE, day("2015-01-01"), false, RECEIVED))
                .refused(NOT_LISTED);
    }

    @Test
    void an_exit_that_was_none_leaves_a_poor_village() {
        var spec = given(RegionDecider.INSTANCE, village(), poorVillage(), exited());
        spec.when(takeBack(exited())).then(exitTakenBack());
        given(RegionDecider.INSTANCE, village(), poorVillage(), exited(), exitTakenBack())
                .when(takeBack(poorVillage(), "event-2", "2019-12-31", "wang", null))
                .accepted();
        var rechecked =
                given(RegionDecider.INSTANCE, village(), poorVillage(), exited(), rechecked());
        rechecked.when(takeBack(exited())).refused(EXIT_WAS_RECHECKED);
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        poorVillage(),
                        exited(),
                        rechecked(),
                        new VillageExitRecheckTakenBack(
                                VILLAGE,
                                day("2019-12-30"),
                                "event-3",
                                day("2018-01-01"),
                                true,
                                "误登",
                                "wang",
                                null))
                .when(takeBack(exited()))
                .accepted();
    }

    private static CorrectListing correctListing(
            @Nullable RegionEvent wrong, String name, @Nullable String official, String by) {
        return new CorrectListing(
                new CorrectListing.Asked(
                        PLACE,
                        EVENT,
                        name,
                        VillageType.RESIDENTS_COMMITTEE,
                        null,
                        "登错名称",
                        by,
                        day("2019-12-31"),
                        null,
                        "li",
                        RECEIVED),
                wrong,
                official);
    }

    private static RegionListingCorrected listingCorrected(String former) {
        return new RegionListingCorrected(
                VILLAGE,
                day("2019-12-31"),
                EVENT,
                day("2014-01-01"),
                "正__村",
                former,
                Level.VILLAGE,
                null,
                false,
                true,
                NationalList.AS_OF,
                VillageType.RESIDENTS_COMMITTEE,
                null,
                "登错名称",
                "wang",
                null);
    }

    @Test
    void name_and_kind_of_a_listing_are_corrected_by_two_while_it_stands() {
        var spec = given(RegionDecider.INSTANCE, village());
        spec.when(correctListing(village(), "正__村", null, "wang")).then(listingCorrected("__村"));
        spec.when(correctListing(village(), "正__村", null, "li"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correctListing(null, "正__村", null, "wang")).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(correctListing(superseded(), "正__村", null, "wang"))
                .refused(CORRECTS_ANOTHER_KIND);
        spec.when(correctListing(village(), "正__村", "正村", "wang")).refused(SAMPLE_HAS_A_REAL_CODE);
        given(RegionDecider.INSTANCE, village(), listingTakenBack(), village())
                .when(correctListing(village(), "正__村", null, "wang"))
                .refused(TAKEN_BACK_ALREADY);
        given(RegionDecider.INSTANCE, township())
                .when(correctListing(township(), "正__镇", null, "wang"))
                .refused(NOT_A_VILLAGE);
    }

    @Test
    void a_name_that_it_got_since_stays_and_is_taken_back_to_the_right_one() {
        var first = renamed("新村", "__村", "2016-05-01");
        var spec = given(RegionDecider.INSTANCE, village(), first);
        spec.when(correctListing(village(), "正__村", null, "wang")).then(listingCorrected("__村"));
        var corrected = given(RegionDecider.INSTANCE, village(), first, listingCorrected("__村"));
        corrected
                .when(new RenameRegion(PLACE, "新村", null, day("2017-05-01"), false, RECEIVED))
                .refused(SAME_NAME);
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        first,
                        listingCorrected("__村"),
                        renamingTakenBack())
                .when(new RenameRegion(PLACE, "正__村", null, day("2017-05-01"), false, RECEIVED))
                .refused(SAME_NAME);
    }

    @Test
    void a_place_is_listed_again_as_it_is() {
        var again =
                new ListRegion(
                        new ListRegion.Asked(
                                PLACE,
                                VILLAGE,
                                "另__村",
                                Level.VILLAGE,
                                "513423199000",
                                true,
                                day("2014-02-01"),
                                VillageType.RESIDENTS_COMMITTEE,
                                RECEIVED,
                                null),
                        null,
                        true);
        var spec = given(RegionDecider.INSTANCE, village(), listingTakenBack());
        assertThat(spec.when(again).events())
                .containsExactly(
                        new RegionListed(
                                VILLAGE,
                                day("2014-02-01"),
                                "另__村",
                                Level.VILLAGE,
                                "513423199000",
                                false,
                                true,
                                NationalList.AS_OF,
                                VillageType.RESIDENTS_COMMITTEE,
                                null));
        given(RegionDecider.INSTANCE, village(), listingTakenBack(), village())
                .when(takeBack(village()))
                .refused(TAKEN_BACK_ALREADY);
    }
}
