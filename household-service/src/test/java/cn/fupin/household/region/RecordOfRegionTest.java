package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.PlaceCommand.IdentifyPoorVillage;
import cn.fupin.household.region.RegionCommand.*;
import cn.fupin.household.region.RegionEvent.*;
import cn.fupin.household.region.WorkTakenBack.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts, training, survey rounds, inspections and the identification of a poor village. */
class RecordOfRegionTest {
    private static final String VILLAGE = "513423199201";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate PAST = LocalDate.parse("2013-12-31");
    private static final LocalDate FUTURE = LocalDate.parse("2020-01-02");

    private static RegionListed listed(String code, Level level) {
        return new RegionListed(
                code,
                LocalDate.parse("2014-01-01"),
                "__",
                level,
                null,
                false,
                true,
                NationalList.AS_OF,
                null,
                null);
    }

    private static RecordRegionFact fact(String measure, String value, LocalDate asOf) {
        return fact(measure, value, "km2", asOf);
    }

    private static RecordRegionFact fact(
            String measure, String value, String unit, LocalDate asOf) {
        return new RecordRegionFact(
                "region-" + VILLAGE,
                measure,
                new BigDecimal(value),
                unit,
                false,
                asOf,
                false,
                RECEIVED);
    }

    private static IdentifyPoorVillage identify(String code, LocalDate on) {
        return new IdentifyPoorVillage(
                new IdentifyPoorVillage.Asked(
                        "region-" + code,
                        on,
                        new Decision("县", null),
                        true,
                        null,
                        null,
                        null,
                        RECEIVED),
                VillageRules.NONE);
    }

    @Test
    void a_fact_may_be_of_any_past_day_before_the_listing_too() {
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                .when(fact("area", "468.23", PAST))
                .then(
                        new RegionFactRecorded(
                                VILLAGE,
                                PAST,
                                "area",
                                new BigDecimal("468.23"),
                                "km2",
                                false,
                                false));
    }

    @Test
    void measures_are_codes_and_values_are_plain_numbers() {
        Assertions.assertThatThrownBy(() -> fact("人口", "1", PAST)).isInstanceOf(Malformed.class);
        Assertions.assertThatThrownBy(() -> fact("area", "-1", PAST)).isInstanceOf(Malformed.class);
        Assertions.assertThatThrownBy(() -> fact("area", "1e13", PAST))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_known_measure_comes_in_its_unit_and_any_other_in_any() {
        Assertions.assertThatThrownBy(() -> fact("population", "22235", "household", PAST))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> {
                            Assertions.assertThat(m.field()).isEqualTo("unit");
                            Assertions.assertThat(m.en()).isEqualTo("must be person");
                        });
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                .when(fact("population", "22235", "person", PAST))
                .accepted();
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                .when(fact("pipe-length", "12", "li", PAST))
                .accepted();
    }

    @Test
    void what_counts_persons_or_households_is_whole() {
        Assertions.assertThatThrownBy(() -> fact("population", "22235.5", "person", PAST))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> {
                            Assertions.assertThat(m.field()).isEqualTo("value");
                            Assertions.assertThat(m.rule()).isEqualTo("whole-person");
                        });
        Assertions.assertThatThrownBy(() -> fact("migrants", "0.5", "person", PAST))
                .isInstanceOf(Malformed.class);
        for (var whole : List.of("22235", "22235.0", "22000")) {
            given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                    .when(fact("population", whole, "person", PAST))
                    .accepted();
        }
    }

    private static RecordTraining training(
            String on, @Nullable Integer persons, @Nullable String subject) {
        return new RecordTraining(
                "region-" + VILLAGE, LocalDate.parse(on), 2, 90, persons, false, RECEIVED, subject);
    }

    @Test
    void a_training_counts_once() {
        var held = new TrainingHeld(VILLAGE, LocalDate.parse("2014-05-20"), 2, 90, false, 60, "核桃");
        var spec = given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), held);
        spec.when(training("2014-05-20", 60, "核桃")).refused(TRAINING_ALREADY_RECORDED);
        spec.when(training("2014-05-21", 60, "核桃")).accepted();
        spec.when(training("2014-05-20", 60, "花椒")).accepted();
        spec.when(training("2014-05-20", null, "核桃")).accepted();
    }

    private static RecordPolicyDocument document(String number) {
        return new RecordPolicyDocument(
                "region-" + VILLAGE,
                LocalDate.parse("2015-03-01"),
                number,
                "关于加强精准扶贫工作的实施意见",
                "县委",
                false,
                RECEIVED,
                null);
    }

    @Test
    void a_policy_document_counts_once_by_its_number_however_it_is_written() {
        var issued =
                new PolicyDocumentIssued(
                        VILLAGE,
                        LocalDate.parse("2015-02-10"),
                        "沐委发〔2015〕6号",
                        "关于加强精准扶贫工作的实施意见",
                        "县委",
                        false,
                        null);
        var spec = given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), issued);
        spec.when(document("沐委发〔2015〕6号")).refused(DOCUMENT_ALREADY_RECORDED);
        spec.when(document("沐委发〔２０１５〕 6号")).refused(DOCUMENT_ALREADY_RECORDED);
        spec.when(document("沐委发〔2015〕7号")).accepted();
    }

    private static TakeBackWork takeBack(
            @Nullable RegionEvent wrong, String approvedBy, String on) {
        return new TakeBackWork(
                new TakeBackWork.Asked(
                        "region-" + VILLAGE,
                        "e-1",
                        "登错村",
                        approvedBy,
                        LocalDate.parse(on),
                        null,
                        "clerk",
                        RECEIVED),
                wrong);
    }

    @Test
    void what_was_entered_wrongly_of_the_work_is_taken_back_once_by_two() {
        var held = new MeetingHeld(VILLAGE, PAST, MeetingKind.MASSES, "群众会", false, 40, null);
        var takenBack =
                new MeetingTakenBack(
                        VILLAGE,
                        LocalDate.parse("2015-02-01"),
                        "e-1",
                        PAST,
                        MeetingKind.MASSES,
                        "群众会",
                        "登错村",
                        "chief",
                        null);
        var spec = given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), held);
        spec.when(takeBack(held, "chief", "2015-02-01")).then(takenBack);
        spec.when(takeBack(held, "clerk", "2015-02-01")).refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(takeBack(null, "chief", "2015-02-01")).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(takeBack(held, "chief", PAST.minusDays(1).toString()))
                .refused(CORRECTION_BEFORE_FACT);
        spec.when(takeBack(listed(VILLAGE, Level.VILLAGE), "chief", "2015-02-01"))
                .refused(CORRECTS_ANOTHER_KIND);
        spec.when(takeBack(held, "chief", "2999-01-01")).refused(IN_THE_FUTURE);
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), held, takenBack)
                .when(takeBack(held, "chief", "2015-02-01"))
                .refused(TAKEN_BACK_ALREADY);
        for (var wrong :
                List.of(
                        new SurveyRoundHeld(VILLAGE, PAST, true),
                        new InspectionHeld(VILLAGE, PAST, true, "县督导组", null, null))) {
            given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), wrong)
                    .when(takeBack(wrong, "chief", "2015-02-01"))
                    .accepted();
        }
    }

    @Test
    void a_training_or_document_that_was_none_may_be_recorded_again() {
        var held = new TrainingHeld(VILLAGE, LocalDate.parse("2014-05-20"), 2, 90, false, 60, "核桃");
        var noTraining =
                new TrainingTakenBack(
                        VILLAGE,
                        LocalDate.parse("2015-02-01"),
                        "e-1",
                        LocalDate.parse("2014-05-20"),
                        2,
                        90,
                        60,
                        "核桃",
                        "登错村",
                        "chief",
                        null);
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), held)
                .when(takeBack(held, "chief", "2015-02-01"))
                .then(noTraining);
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), held, noTraining)
                .when(training("2014-05-20", 60, "核桃"))
                .accepted();
        var issued =
                new PolicyDocumentIssued(VILLAGE, PAST, "沐委发〔2015〕6号", "意见", "县委", false, null);
        var noDocument =
                new PolicyDocumentTakenBack(
                        VILLAGE,
                        LocalDate.parse("2015-02-01"),
                        "e-1",
                        PAST,
                        "沐委发〔2015〕6号",
                        "意见",
                        "登错村",
                        "chief",
                        null);
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), issued)
                .when(takeBack(issued, "chief", "2015-02-01"))
                .then(noDocument);
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE), issued, noDocument)
                .when(document("沐委发〔２０１５〕 6号"))
                .accepted();
    }

    @Test
    void a_village_is_identified_as_poor_once_and_a_township_never() {
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                .when(identify(VILLAGE, PAST))
                .then(
                        new PoorVillageIdentified(
                                VILLAGE, PAST, new Decision("县", null), true, null, null, null));
        given(
                        RegionDecider.INSTANCE,
                        listed(VILLAGE, Level.VILLAGE),
                        new PoorVillageIdentified(
                                VILLAGE, PAST, new Decision("县", null), true, null, null, null))
                .when(identify(VILLAGE, PAST))
                .refused(ALREADY_A_POOR_VILLAGE);
        given(RegionDecider.INSTANCE, listed("513423199000", Level.TOWNSHIP))
                .when(identify("513423199000", PAST))
                .refused(NOT_A_VILLAGE);
    }

    @Test
    void training_survey_rounds_and_inspections_are_held() {
        var spec = given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE));
        spec.when(
                        new RecordTraining(
                                "region-" + VILLAGE, PAST, 4, 112, null, false, RECEIVED, null))
                .then(new TrainingHeld(VILLAGE, PAST, 4, 112, false, null, null));
        spec.when(new RecordSurveyRound("region-" + VILLAGE, PAST, true, RECEIVED))
                .then(new SurveyRoundHeld(VILLAGE, PAST, true));
        spec.when(new RecordInspection("region-" + VILLAGE, PAST, true, RECEIVED, null, null, null))
                .then(new InspectionHeld(VILLAGE, PAST, true, null, null, null));
    }

    @Test
    void trainees_are_no_more_than_attendances() {
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                .when(
                        new RecordTraining(
                                "region-" + VILLAGE, PAST, 2, 200, 200, false, RECEIVED, null))
                .then(new TrainingHeld(VILLAGE, PAST, 2, 200, false, 200, null));
        Assertions.assertThatThrownBy(() ->
                        new RecordTraining(
                                "region-" + VILLAGE, PAST, 2, 200, 201, false, RECEIVED, null))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void meetings_documents_staff_and_unit_contacts_are_recorded() {
        var place = "region-" + VILLAGE;
        var spec = given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE));
        spec.when(
                        new RecordMeeting(
                                place,
                                PAST,
                                MeetingKind.MOBILISATION,
                                "动员会",
                                true,
                                RECEIVED,
                                null,
                                null))
                .then(
                        new MeetingHeld(
                                VILLAGE, PAST, MeetingKind.MOBILISATION, "动员会", true, null, null));
        spec.when(
                        new RecordPolicyDocument(
                                place, PAST, "沐委发〔2014〕6号", "意见", "县委", true, RECEIVED, null))
                .then(
                        new PolicyDocumentIssued(
                                VILLAGE, PAST, "沐委发〔2014〕6号", "意见", "县委", true, null));
        spec.when(new AppointStaff(place, PAST, StaffKind.OFFICER, 4, true, RECEIVED))
                .then(new StaffAppointed(VILLAGE, PAST, StaffKind.OFFICER, 4, true));
        spec.when(contact(place, PAST, null, null))
                .then(new UnitContactAssigned(VILLAGE, PAST, "县安监局", 29, true, null));
    }

    /** Of which it may not be entered yet, or under another code, that it was poor: figures ask. */
    @Test
    void a_village_is_rechecked() {
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                .when(
                        new RecheckVillageExit(
                                "region-" + VILLAGE,
                                PAST,
                                new Decision("县", null),
                                true,
                                RECEIVED,
                                null,
                                null))
                .then(
                        new VillageExitRechecked(
                                VILLAGE, PAST, new Decision("县", null), true, null, null));
    }

    @Test
    void contacts_and_rechecks_are_of_villages() {
        var place = "region-513423199000";
        var spec = given(RegionDecider.INSTANCE, listed("513423199000", Level.TOWNSHIP));
        spec.when(contact(place, PAST, null, null)).refused(NOT_A_VILLAGE);
        spec.when(
                        new RecheckVillageExit(
                                place, PAST, new Decision("县", null), true, RECEIVED, null, null))
                .refused(NOT_A_VILLAGE);
    }

    private static AssignUnitContact contact(
            String place,
            LocalDate on,
            @Nullable List<String> households,
            @Nullable String elsewhere) {
        return new AssignUnitContact(
                new AssignUnitContact.Asked(place, on, "县安监局", 29, true, RECEIVED, households),
                elsewhere);
    }

    private static String household(int number) {
        return "household-018f6e2a-0000-7000-8000-%012d".formatted(number);
    }

    /** 29 are stated: where as many are not named, a finding says so, and no refusal. */
    @Test
    void a_unit_in_contact_may_name_its_households_which_lie_there() {
        var place = "region-" + VILLAGE;
        var named = List.of(household(1), household(2));
        var spec = given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE));
        spec.when(contact(place, PAST, named, null))
                .then(new UnitContactAssigned(VILLAGE, PAST, "县安监局", 29, true, named));
        spec.when(contact(place, PAST, named, household(2))).refused(HOUSEHOLD_NOT_IN_THE_VILLAGE);
        for (var wrong :
                List.of(
                        List.<String>of(),
                        List.of("household-1"),
                        List.of(household(1), household(1)))) {
            Assertions.assertThatThrownBy(() -> contact(place, PAST, wrong, null))
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            e -> Assertions.assertThat(e.field()).isEqualTo("householdIds"));
        }
    }

    @Test
    void new_measures_come_in_their_units() {
        Assertions.assertThatThrownBy(() -> fact("distance-to-county-seat", "75", "m", PAST))
                .isInstanceOf(Malformed.class);
        Assertions.assertThatThrownBy(() -> fact("rural-population", "7043", "household", PAST))
                .isInstanceOf(Malformed.class);
        given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE))
                .when(fact("distance-to-county-seat", "75", "km", PAST))
                .accepted();
    }

    @Test
    void nothing_is_of_the_future() {
        var spec = given(RegionDecider.INSTANCE, listed(VILLAGE, Level.VILLAGE));
        spec.when(fact("area", "1", FUTURE)).refused(IN_THE_FUTURE);
        spec.when(identify(VILLAGE, FUTURE)).refused(IN_THE_FUTURE);
        spec.when(
                        new RecordTraining(
                                "region-" + VILLAGE, FUTURE, 1, 1, null, false, RECEIVED, null))
                .refused(IN_THE_FUTURE);
        spec.when(new RecordSurveyRound("region-" + VILLAGE, FUTURE, false, RECEIVED))
                .refused(IN_THE_FUTURE);
        spec.when(
                        new RecordInspection(
                                "region-" + VILLAGE, FUTURE, false, RECEIVED, null, null, null))
                .refused(IN_THE_FUTURE);
        var place = "region-" + VILLAGE;
        for (var order :
                List.of(
                        new RecordMeeting(
                                place, FUTURE, MeetingKind.OTHER, "会", false, RECEIVED, null, null),
                        new RecordPolicyDocument(
                                place, FUTURE, "1号", "意见", "县委", false, RECEIVED, null),
                        new AppointStaff(place, FUTURE, StaffKind.HELPER, 1, false, RECEIVED),
                        contact(place, FUTURE, null, null),
                        new RecheckVillageExit(
                                place,
                                FUTURE,
                                new Decision("县", null),
                                false,
                                RECEIVED,
                                null,
                                null))) {
            spec.when(order).refused(IN_THE_FUTURE);
        }
    }

    @Test
    void nothing_is_recorded_of_a_place_that_is_not_listed() {
        given(RegionDecider.INSTANCE, List.of()).when(fact("area", "1", PAST)).refused(NOT_LISTED);
    }
}
