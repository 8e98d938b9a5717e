package cn.fupin.household;

import cn.fupin.backbone.event.EventTypes;
import cn.fupin.household.announcement.AnnouncementEvent;
import cn.fupin.household.assessment.AssessmentEvent;
import cn.fupin.household.batch.BatchEvent;
import cn.fupin.household.complaint.ComplaintEvent;
import cn.fupin.household.evidence.EvidenceEvent;
import cn.fupin.household.exclusion.ExclusionEvent;
import cn.fupin.household.exclusion.ItemEvent;
import cn.fupin.household.exclusion.MatchingEvent;
import cn.fupin.household.household.HouseholdEvent;
import cn.fupin.household.intake.ImportEvent;
import cn.fupin.household.measure.MeasureEvent;
import cn.fupin.household.naming.HelperEvent;
import cn.fupin.household.notice.NoticeEvent;
import cn.fupin.household.oversight.AppraisalEvent;
import cn.fupin.household.oversight.SamplingEvent;
import cn.fupin.household.person.PersonEvent;
import cn.fupin.household.povertyline.PovertyLineEvent;
import cn.fupin.household.quota.QuotaEvent;
import cn.fupin.household.region.RegionEvent;
import cn.fupin.household.round.RoundEvent;
import cn.fupin.household.rule.RuleEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The events this service owns and promises; their shapes stand in {@code contract/}. */
@Configuration(proxyBeanMethods = false)
class Contract {
    @Bean
    static EventTypes eventTypes() {
        return EventTypes.of(
                "household",
                RegionEvent.class,
                PovertyLineEvent.class,
                RuleEvent.class,
                QuotaEvent.class,
                AssessmentEvent.class,
                NoticeEvent.class,
                HouseholdEvent.class,
                EvidenceEvent.class,
                PersonEvent.class,
                ImportEvent.class,
                BatchEvent.class,
                ExclusionEvent.class,
                MatchingEvent.class,
                ItemEvent.class,
                MeasureEvent.class,
                RoundEvent.class,
                ComplaintEvent.class,
                SamplingEvent.class,
                AppraisalEvent.class,
                HelperEvent.class,
                AnnouncementEvent.class);
    }
}
