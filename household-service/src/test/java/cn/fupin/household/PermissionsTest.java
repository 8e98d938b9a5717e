package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.command.Needs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * The file of permissions that is shipped: whoever must be able to do something is, and no more.
 */
class PermissionsTest {
    private static final String PREFIX = "fupin.permissions.roles.";

    private final Access access = new Access(shipped(), Access.Territory::byDigits);

    private static Map<String, List<String>> shipped() {
        try {
            var source =
                    new YamlPropertySourceLoader()
                            .load("p", new ClassPathResource("permissions.yaml"))
                            .getFirst();
            var roles = new HashMap<String, List<String>>();
            var names = ((Map<?, ?>) Objects.requireNonNull(source.getSource())).keySet();
            for (var name : names) {
                var role = name.toString().substring(PREFIX.length());
                var granted = String.valueOf(source.getProperty(name.toString()));
                roles.put(role, List.of(granted.strip().split("\\s*,\\s*")));
            }
            return roles;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TreeSet<String> permissions() {
        var all = new TreeSet<String>();
        var context = Running.service().bean(Beans.class).context();
        for (var endpoints : context.getBeansOfType(Endpoints.class).values()) {
            for (var endpoint : endpoints.all()) {
                all.add(
                        Objects.requireNonNull(endpoint.command().getAnnotation(Needs.class))
                                .permission());
            }
        }
        return all;
    }

    @Test
    void every_command_may_be_sent_by_somebody() {
        var unused = new ArrayList<String>();
        for (var permission : permissions()) {
            if (shipped().keySet().stream().noneMatch(role -> access.allows(role, permission))) {
                unused.add(permission);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void who_decides_for_the_county_is_not_who_enters_for_the_township() {
        for (var deed :
                List.of(
                        "register",
                        "exit",
                        "revoke-exit",
                        "revoke-relapse",
                        "revoke-end",
                        "remove",
                        "clear-exclusion")) {
            assertThat(access.allows("township-clerk", "household." + deed)).isFalse();
            assertThat(access.allows("county-officer", "household." + deed)).isTrue();
        }
        var ofTheCounty =
                List.of(
                        "quota.allocate",
                        "quota.adjust",
                        "quota.correct",
                        "rule.enact",
                        "region.list",
                        "region.identify",
                        "region.correct-figures",
                        "region.correct-place",
                        "povertyline.set");
        for (var deed : ofTheCounty) {
            assertThat(access.allows("township-clerk", deed)).isFalse();
            assertThat(access.allows("county-office", deed)).isTrue();
        }
        assertThat(access.allows("township-clerk", "quota.hand-down")).isTrue();
        assertThat(access.allows("village-worker", "quota.hand-down")).isFalse();
        for (var deed : List.of("archives.sample", "archives.rectify", "helper.appraise")) {
            assertThat(access.allows("township-clerk", deed)).as(deed).isTrue();
            assertThat(access.allows("village-worker", deed)).as(deed).isFalse();
        }
        for (var deed :
                List.of("apply", "survey", "assess", "review", "visit", "members", "number")) {
            assertThat(access.allows("township-clerk", "household." + deed)).isTrue();
        }
    }

    @Test
    void a_village_takes_back_what_it_entered_and_neither_it_nor_a_helper_is_told_names() {
        assertThat(access.allows("village-worker", "household.withdraw")).isTrue();
        assertThat(access.allows("helper", "household.withdraw")).isFalse();
        for (var role : List.of("village-worker", "helper")) {
            assertThat(access.allows(role, "household.number")).as(role).isFalse();
            assertThat(access.allows(role, "document.read")).as(role).isTrue();
            for (var deed : List.of("person.reveal", "person.find", "household.register")) {
                assertThat(access.allows(role, deed)).as(role).isFalse();
            }
        }
        assertThat(access.allows("village-worker", "document.list")).isTrue();
        assertThat(access.allows("helper", "document.list")).isFalse();
    }

    @Test
    void nobody_both_handles_cases_and_erases_persons() {
        for (var role : shipped().keySet()) {
            var erases = access.allows(role, "person.erase");
            assertThat(erases).as(role).isEqualTo(role.equals("data-protection-officer"));
            if (erases) assertThat(access.allows(role, "household.apply")).isFalse();
        }
        assertThat(access.allows("helper", "person.reveal")).isFalse();
        assertThat(access.allows("auditor", "person.hold")).isTrue();
        assertThat(access.allows("auditor", "household.apply")).isFalse();
    }
}
