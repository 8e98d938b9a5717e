package cn.fupin.household.complaint;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.complaint.ComplaintReason.*;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.complaint.ComplaintCommand.*;
import cn.fupin.household.complaint.ComplaintEvent.*;
import cn.fupin.household.household.HouseholdPlaces.Early;
import cn.fupin.household.household.HouseholdPlaces.OnFile;
import cn.fupin.household.region.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    private static final String COMPLAINT = "complaint-00000000-0000-7000-8000-000000000001";
    private static final String VILLAGE = "513423199201";
    private static final String HOUSEHOLD = "household-00000000-0000-7000-8000-000000000001";
    private static final Decision TOWN = new Decision("镇人民政府", null);
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static ReceiveComplaint receive(String on, boolean listed, boolean onFileThere) {
        return receive(on, listed, new OnFile(onFileThere, null));
    }

    private static ReceiveComplaint receive(String on, boolean listed, @Nullable OnFile onFile) {
        return new ReceiveComplaint(
                new ReceiveComplaint.Asked(
                        COMPLAINT,
                        VILLAGE,
                        LocalDate.parse(on),
                        Channel.HOTLINE,
                        HOUSEHOLD,
                        "反映该户有商品房",
                        false,
                        RECEIVED),
                listed,
                onFile);
    }

    private static ComplaintReceived received() {
        return new ComplaintReceived(
                COMPLAINT,
                LocalDate.parse("2014-05-20"),
                VILLAGE,
                Channel.HOTLINE,
                HOUSEHOLD,
                "反映该户有商品房",
                false);
    }

    private static HandleComplaint handle(String on) {
        return new HandleComplaint(
                COMPLAINT,
                ComplaintOutcome.UNFOUNDED,
                "房屋为其兄所有",
                TOWN,
                null,
                LocalDate.parse(on),
                false,
                RECEIVED);
    }

    private static ComplaintHandled handled() {
        return new ComplaintHandled(
                COMPLAINT,
                LocalDate.parse("2014-05-28"),
                ComplaintOutcome.UNFOUNDED,
                "房屋为其兄所有",
                TOWN,
                null,
                false);
    }

    @Test
    void received_once_about_a_household_on_file_there_or_none() {
        var spec = given(ComplaintDecider.INSTANCE, List.<ComplaintEvent>of());
        spec.when(receive("2014-05-20", true, true)).then(received());
        spec.when(receive("2014-05-20", true, false)).refused(HOUSEHOLD_NOT_ON_FILE_THERE);
        spec.when(receive("2014-05-20", false, true)).refused(REGION_NOT_LISTED);
        spec.when(receive("2020-01-02", true, true)).refused(IN_THE_FUTURE);
        spec.when(receive("2014-05-20", true, null)).accepted();
        var early = new Early(HOUSEHOLD, LocalDate.parse("2014-05-21"));
        spec.when(receive("2014-05-20", true, new OnFile(true, early)))
                .refused(HOUSEHOLD_NOT_ON_FILE_YET);
        given(ComplaintDecider.INSTANCE, received())
                .when(receive("2014-05-20", true, true))
                .refused(ALREADY_RECEIVED);
    }

    @Test
    void answered_once_and_after_it_came() {
        var spec = given(ComplaintDecider.INSTANCE, received());
        spec.when(handle("2014-05-28")).then(handled());
        spec.when(handle("2014-05-19")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(handle("2020-01-02")).refused(IN_THE_FUTURE);
        given(ComplaintDecider.INSTANCE, List.of())
                .when(handle("2014-05-28"))
                .refused(NOT_RECEIVED);
        given(ComplaintDecider.INSTANCE, received(), handled())
                .when(handle("2014-05-28"))
                .refused(ALREADY_HANDLED);
    }
}
