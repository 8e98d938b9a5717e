package cn.fupin.household.assessment;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.assessment.AssessmentCommand.CorrectAssessment;
import cn.fupin.household.assessment.AssessmentCommand.WithdrawAssessment;
import cn.fupin.household.assessment.AssessmentEvent.Ballot;
import cn.fupin.household.batch.HouseholdsOnFile;
import cn.fupin.household.region.Regions;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentApi {
    @Bean
    Endpoints assessmentEndpoints(
            Regions regions, RuleBook rules, HouseholdsOnFile households, Assessments meetings) {
        return Endpoints.of(
                Endpoint.post(
                        "/assessments/{assessmentId}/holding",
                        HoldAssessment.Asked.class,
                        HoldAssessment.class,
                        (asked, _) -> {
                            var named = asked.ballots().stream().map(Ballot::householdId).toList();
                            return new HoldAssessment(
                                    asked,
                                    regions.isListed(asked.region()),
                                    rules.valueOf(
                                            RuleCode.ASSESSMENT_QUORUM_PERCENT,
                                            asked.region(),
                                            asked.heldOn()),
                                    households.unknownOf(named),
                                    households.laterOf(named, asked.heldOn()));
                        }),
                Endpoint.post("/assessments/{assessmentId}/withdrawal", WithdrawAssessment.class),
                Endpoint.post(
                        "/assessments/{assessmentId}/correction",
                        CorrectAssessment.Asked.class,
                        CorrectAssessment.class,
                        (asked, _) -> {
                            var named = asked.ballots().stream().map(Ballot::householdId).toList();
                            var region = meetings.regionOf(asked.assessmentId());
                            return new CorrectAssessment(
                                    asked,
                                    region == null
                                            ? null
                                            : rules.valueOf(
                                                    RuleCode.ASSESSMENT_QUORUM_PERCENT,
                                                    region,
                                                    asked.heldOn()),
                                    households.unknownOf(named),
                                    households.laterOf(named, asked.heldOn()));
                        }));
    }
}
