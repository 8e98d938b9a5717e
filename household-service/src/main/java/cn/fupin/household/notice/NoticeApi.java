package cn.fupin.household.notice;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.batch.Batches;
import cn.fupin.household.batch.HouseholdsOnFile;
import cn.fupin.household.division.Lineages;
import cn.fupin.household.notice.NoticeCommand.*;
import cn.fupin.household.region.HouseholdsThere;
import cn.fupin.household.region.Regions;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.Vault;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeApi {
    @Bean
    Endpoints noticeEndpoints(
            RuleBook rules,
            Regions regions,
            Lineages lineages,
            Batches batches,
            HouseholdsOnFile households,
            HouseholdsThere there,
            HouseholdSteps steps,
            Notices notices,
            Vault vault) {
        return Endpoints.of(
                Endpoint.post(
                        "/notices/{noticeId}/posting",
                        PostNotice.Asked.class,
                        PostNotice.class,
                        (asked, _) ->
                                new PostNotice(
                                        asked,
                                        rules.valueOf(
                                                asked.kind().days(),
                                                asked.region(),
                                                asked.postedOn()),
                                        regions.isListed(asked.region()),
                                        Objects.equals(
                                                rules.valueOf(
                                                        RuleCode.NOTICE_HOTLINE_REQUIRED,
                                                        asked.region(),
                                                        asked.postedOn()),
                                                1),
                                        asked.batchId() == null
                                                ? null
                                                : batches.find(asked.batchId()),
                                        lineages.lineage(),
                                        households.unknownOf(asked.householdIds()),
                                        steps.notAt(
                                                asked.kind(),
                                                asked.householdIds(),
                                                asked.postedOn()))),
                Endpoint.post("/notices/{noticeId}/objections", RaiseObjection.class),
                Endpoint.post("/notices/{noticeId}/objections/settlement", SettleObjection.class),
                Endpoint.post(
                        "/notices/{noticeId}/omissions",
                        OmissionForm.class,
                        RaiseOmission.class,
                        (form, _) ->
                                form.sealed(
                                        vault,
                                        isThere(
                                                notices,
                                                there,
                                                form.noticeId(),
                                                form.householdId(),
                                                form.raisedOn()))),
                Endpoint.post("/notices/{noticeId}/omissions/settlement", SettleOmission.class),
                Endpoint.post(
                        "/notices/{noticeId}/omissions/follow-up",
                        FollowUpOmission.Asked.class,
                        FollowUpOmission.class,
                        (asked, _) ->
                                new FollowUpOmission(
                                        asked,
                                        isThere(
                                                notices,
                                                there,
                                                asked.noticeId(),
                                                asked.householdId(),
                                                asked.followedUpOn()))),
                Endpoint.post("/notices/{noticeId}/closing", CloseNotice.class),
                Endpoint.post("/notices/{noticeId}/withdrawal", WithdrawNotice.class));
    }

    /** Of a household elsewhere nobody learns here whether it is on file. */
    private static boolean isThere(
            Notices notices,
            HouseholdsThere there,
            String noticeId,
            @Nullable String householdId,
            LocalDate on) {
        var region = notices.regionOf(noticeId);
        return householdId != null
                && region != null
                && there.elsewhere(List.of(householdId), region, on) == null;
    }
}
