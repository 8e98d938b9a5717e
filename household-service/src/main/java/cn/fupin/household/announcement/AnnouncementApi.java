package cn.fupin.household.announcement;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.announcement.AnnouncementCommand.*;
import cn.fupin.household.household.RegisterDays;
import cn.fupin.household.region.Regions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnnouncementApi {
    @Bean
    Endpoints announcementEndpoints(Regions regions, RegisterDays days) {
        return Endpoints.of(
                Endpoint.post(
                        "/announcements/{announcementId}/publication",
                        PublishAnnouncement.Asked.class,
                        PublishAnnouncement.class,
                        (asked, _) ->
                                new PublishAnnouncement(
                                        asked,
                                        regions.isListed(asked.region()),
                                        days.areWithin(
                                                asked.kind().day(),
                                                asked.householdIds(),
                                                asked.region(),
                                                asked.announcedOn()),
                                        days.without(
                                                asked.kind().day(),
                                                asked.householdIds(),
                                                asked.announcedOn()))),
                Endpoint.post(
                        "/announcements/{announcementId}/withdrawal", WithdrawAnnouncement.class));
    }
}
