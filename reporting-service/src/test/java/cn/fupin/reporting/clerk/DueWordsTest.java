package cn.fupin.reporting.clerk;

import static cn.fupin.reporting.clerk.DueList.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever waits is said in Chinese and in English. */
class DueWordsTest {
    private static final Map<DueList, List<String>> KINDS = new EnumMap<>(DueList.class);

    static {
        KINDS.put(NOTICES, notices());
        KINDS.put(
                IDENTIFICATIONS,
                List.of(
                        "HouseholdApplied",
                        "HouseholdSurveyed",
                        "HouseholdAssessed",
                        "FIRST",
                        "TownshipReviewed",
                        "SECOND"));
        KINDS.put(
                EXITS,
                List.of("ExitProposed", "ExitAssessed", "ExitVerified", "ExitAgreed", "EXIT"));
        KINDS.put(EXIT_PLANS, List.of("2015"));
        KINDS.put(
                RELAPSES,
                List.of(
                        "RelapseProposed",
                        "RelapseAssessed",
                        "FIRST",
                        "RelapseReviewed",
                        "SECOND"));
        KINDS.put(
                MONITORING,
                List.of("MonitoringClueRaised", "MonitoringChecked", "MonitoringAssessed"));
        KINDS.put(MATTERS, List.of("COMPLAINT", "BATCH", "ROUND", "ERASURE", "EVIDENCE"));
        KINDS.put(RECTIFICATIONS, List.of("FAULTS"));
        KINDS.put(PLANNED_MEASURES, List.of("2015"));
        KINDS.put(OMISSIONS, List.of("RAISED", "UPHELD"));
        KINDS.put(QUARTERS, List.of("2014-3"));
        for (var list : List.of(VISITS, VISITS_AFTER_EXIT, HELPERS)) {
            KINDS.put(list, List.of("县水务局"));
        }
    }

    /** Every kind of notice in household-service's contract. */
    private static List<String> notices() {
        var kinds = new ArrayList<String>();
        named("NoticePosted", "kind").forEach(kinds::add);
        named("VillageNoticePosted", "step").forEach(step -> kinds.add("VILLAGE_" + step));
        return kinds;
    }

    private static List<String> named(String event, String field) {
        var schema =
                Path.of("..", "household-service", "contract", "schemas")
                        .resolve(event + ".v1.schema.json");
        try {
            var codes = JsonMapper.shared().readTree(Files.readString(schema));
            return codes.path("properties")
                    .path(field)
                    .path("enum")
                    .valueStream()
                    .map(code -> code.asString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyKindOfEveryListIsSaidInBothLanguagesInWordsOfItsOwn() {
        for (var list : DueList.values()) {
            saidInBoth(list.zh(), list.en());
            var kinds = KINDS.getOrDefault(list, List.of());
            assertThat(kinds).as(list.code()).isNotEmpty();
            for (var missing : List.of(0, 1, 2)) {
                var zh = new HashSet<String>();
                var en = new HashSet<String>();
                for (var kind : kinds) {
                    var said = DueWords.of(list, kind, 3, missing);
                    saidInBoth(said.zh(), said.en());
                    zh.add(said.zh());
                    en.add(said.en());
                }
                assertThat(zh).as(list.code()).hasSameSizeAs(kinds);
                assertThat(en).as(list.code()).hasSameSizeAs(kinds);
            }
        }
    }

    private static void saidInBoth(String zh, String en) {
        assertThat(zh).matches("[\\p{IsHan},\\d ]+").containsPattern("\\p{IsHan}");
        assertThat(en).containsPattern("[a-z]").doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void whatIsLackingIsCounted() {
        assertThat(DueWords.of(NOTICES, "FIRST", 1, 1))
                .extracting("zh", "en")
                .containsExactly(
                        "第一次公示,1 户,异议未处理 1 件",
                        "first public notice, 1 household, 1 open objection");
        assertThat(DueWords.of(NOTICES, "VILLAGE_EXIT", 1, 0))
                .extracting("zh", "en")
                .containsExactly("贫困村退出公示", "notice of the village's exit");
        assertThat(DueWords.of(EXITS, "ExitProposed", 1, 1).en()).contains("assessment");
        assertThat(DueWords.of(QUARTERS, "2014-3", 1, 1))
                .extracting("zh", "en")
                .containsExactly(
                        "2014 年第 3 季度收支待核实", "income of quarter 3 of 2014 waits to be checked");
    }
}
