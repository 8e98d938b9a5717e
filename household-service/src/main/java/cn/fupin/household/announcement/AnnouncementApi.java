package cn.fupin.household.announcement;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.announcement.AnnouncementCommand.*;
import cn.fupin.household.household.HouseholdPlaces;
import cn.fupin.household.household.RegisterDays;
import cn.fupin.household.region.Regions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnnouncementApi {
    @Bean
    Endpoints announcementEndpoints(
            Regions regions, HouseholdPlaces households, RegisterDays days) {
        return Endpoints.of(
                Endpoint.post(
                        "/announcements/{announcementId}/publication",
                        PublishAnnouncement.Asked.class,
                        PublishAnnouncement.class,
                        (asked, _) ->
                                new PublishAnnouncement(
                                        asked,
                                        regions.isListed(asked.region()),
                                        households.areWithin(asked.householdIds(), asked.region()),
                                        days.without(
                                                asked.kind().day(),
                                                asked.householdIds(),
                                                asked.announcedOn()))),
                Endpoint.post(
                        "/announcements/{announcementId}/withdrawal", WithdrawAnnouncement.class));
    }
}
