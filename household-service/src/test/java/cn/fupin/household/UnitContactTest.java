package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 单位联系户 over HTTP: named households of the village, without a person's limit, on their papers. */
class UnitContactTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Township township = Township.ready(40);

    private Reply contact(String village, String on, List<String> households) {
        return township.door.post(
                "/regions/region-" + village + "/unit-contact",
                Map.of(
                        "unit",
                        "县安监局",
                        "households",
                        29,
                        "householdIds",
                        households,
                        "assignedOn",
                        on));
    }

    private String paper(String household, String form, String asOf) throws Exception {
        var path =
                "/households/%s/documents/%s?format=xlsx&asOf=%s".formatted(household, form, asOf);
        var request =
                ImportTest.to(path)
                        .header("Fupin-Actor", "clerk-1")
                        .header("Fupin-Role", "township-clerk")
                        .header("Fupin-Region", Township.COUNTY)
                        .build();
        var response = HTTP.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return Readback.ofXlsx(response.body());
    }

    @Test
    void more_than_five_households_are_named_and_each_has_the_unit_on_its_papers_while_it_is()
            throws Exception {
        var households =
                List.of(
                        township.registered(1),
                        township.registered(1),
                        township.registered(1),
                        township.registered(1),
                        township.registered(1),
                        township.registered(1));
        var first = households.getFirst();
        township.done(contact(township.village, "2015-01-01", households));
        for (var form : List.of("form", "handbook", "clear-card")) {
            assertThat(paper(first, form, "2015-01-01"))
                    .contains("联系单位", "县安监局", "region-" + township.village);
            assertThat(paper(first, form, "2014-12-31")).doesNotContain("县安监局");
        }
        township.done(contact(township.village, "2016-01-01", households.subList(1, 6)));
        assertThat(paper(first, "form", "2016-01-01")).doesNotContain("县安监局");
        assertThat(paper(households.getLast(), "form", "2016-01-01")).contains("县安监局");
        township.done(
                "/regions/region-" + township.village + "/unit-contact-end",
                Map.of("unit", "县安监局", "reason", "机构改革", "endedOn", "2017-01-01"));
        assertThat(paper(households.getLast(), "form", "2017-01-01")).doesNotContain("县安监局");
        assertThat(paper(households.getLast(), "form", "2016-12-31")).contains("县安监局");
    }

    @Test
    void a_household_that_lies_elsewhere_that_day_is_not_named() {
        var there = township.registered(1);
        var other = Township.ready(10).registered(1);
        var refused = contact(township.village, "2015-01-01", List.of(there, other));
        assertThat(refused.reason()).isEqualTo("HOUSEHOLD_NOT_IN_THE_VILLAGE");
        assertThat(refused.json().path("householdId").asString()).isEqualTo(other);
        var early = contact(township.village, "2014-03-31", List.of(there));
        assertThat(early.reason()).isEqualTo("HOUSEHOLD_NOT_IN_THE_VILLAGE");
        township.done(contact(township.village, "2014-04-01", List.of(there)));
    }

    /** A household keeps the code under which it was entered. */
    @Test
    void what_came_after_the_village_has_its_households() throws Exception {
        var household = township.registered(1);
        var heir = Township.listed().village;
        township.done(township.supersede(township.village, "2019-12-01", heir));
        assertThat(contact(heir, "2019-11-30", List.of(household)).reason())
                .isEqualTo("HOUSEHOLD_NOT_IN_THE_VILLAGE");
        township.done(contact(heir, "2019-12-01", List.of(household)));
        assertThat(paper(household, "form", "2019-12-01")).contains("县安监局");
    }
}
