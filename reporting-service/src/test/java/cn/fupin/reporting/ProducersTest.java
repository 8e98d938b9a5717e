package cn.fupin.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.testing.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event and version that the other services have in their contracts can be read here. */
class ProducersTest {
    private static final Pattern NAME = Pattern.compile("(\\w+)\\.v(\\d+)(-\\w+)?\\.json");

    @Test
    void everyExampleIsRead() throws IOException {
        try (var rows = Rows.ofAll()) {
            for (var message : examples()) {
                rows.clear().put(List.of(message));
                var kept = new ArrayList<String>();
                rows.contents()
                        .forEach((table, found) -> {
                            if (!found.isEmpty() && !table.equals("recorded_positions"))
                                kept.add(table);
                        });
                assertThat(kept).as(message.type()).isNotEmpty();
            }
        }
    }

    /** Told in histories and chronicles alone: nothing is counted, searched or due by them. */
    private static final Set<String> IN_THE_HISTORY_ALONE =
            Set.of(
                    "AssessmentHeld",
                    "AssessmentWithdrawn",
                    "MemberDescribed",
                    "HandbookIssued",
                    "ClearCardIssued",
                    "BenefitLinkSigned",
                    "DividendReceived",
                    "BenefitLinkEnded",
                    "MeasureItemEnacted",
                    "MeasureItemEnded",
                    "LeadingGroupFormed",
                    "RegionPlanAdopted",
                    "ExitsReported",
                    "WorkTeamStaffed",
                    "FirstSecretaryAppointed",
                    "FirstSecretaryRecalled",
                    "HelperUnitAssigned",
                    "HelperUnitReleased",
                    "EvidenceStored",
                    "EvidenceOpened",
                    "PersonalDataRevealed",
                    "PersonLookedUp",
                    "HoldPlaced",
                    "HoldLifted",
                    "ImportReceived",
                    "ImportRun");

    @Test
    void everyEventOfHouseholdServiceIsKeptBesideTheHistoryOrLeftToItOnPurpose()
            throws IOException {
        try (var rows = Rows.ofAll()) {
            for (var message : examples()) {
                if (!message.source().equals("household")) continue;
                rows.clear().put(List.of(message));
                var elsewhere =
                        rows.contents().entrySet().stream()
                                .filter(table -> !table.getValue().isEmpty())
                                .map(Map.Entry::getKey)
                                .filter(table ->
                                        !table.startsWith("life_")
                                                && !table.equals("recorded_positions"))
                                .toList();
                assertThat(elsewhere.isEmpty())
                        .as(message.type())
                        .isEqualTo(IN_THE_HISTORY_ALONE.contains(message.type()));
            }
        }
    }

    private static List<Message> examples() throws IOException {
        var messages = new ArrayList<Message>();
        for (var service : List.of("household", "project", "funding", "reporting")) {
            var examples = Path.of("..", service + "-service", "contract", "examples");
            // those of shapes as they were before an optional field came lie in a folder below
            try (var files = Files.walk(examples)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    messages.add(message(service, file));
                }
            }
        }
        return messages;
    }

    private static Message message(String service, Path example) throws IOException {
        var name = NAME.matcher(example.getFileName().toString());
        assertThat(name.matches()).as(example.toString()).isTrue();
        var payload = Files.readAllBytes(example);
        var json = JsonMapper.shared().readTree(payload);
        return new Message(
                service,
                name.group(1),
                Integer.parseInt(name.group(2)),
                "example-" + name.group(1),
                streamOf(json),
                0,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                "513423199201",
                "0".repeat(64),
                "{}".getBytes(StandardCharsets.UTF_8),
                payload);
    }

    /** Any id that the example has of a stream whose events can be in a household's life. */
    private static String streamOf(JsonNode example) {
        for (var id :
                List.of("paymentId", "projectId", "noticeId", "assessmentId", "householdId")) {
            if (example.path(id).isString()) return example.get(id).asString();
        }
        return "another-stream";
    }
}
