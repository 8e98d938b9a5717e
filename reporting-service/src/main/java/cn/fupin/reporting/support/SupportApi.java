package cn.fupin.reporting.support;

import cn.fupin.backbone.command.Check;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Pdf;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.history.Histories;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a household received, as a file: household-service's own forms cannot know it. */
@RestController
public class SupportApi {
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Histories histories;
    private final Today today;

    public SupportApi(Histories histories, Today today) {
        this.histories = histories;
        this.today = today;
    }

    @GetMapping("/households/{householdId}/support.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String householdId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known) {
        var paper = paper(householdId, effective, known);
        return file(paper.name() + ".pdf", MediaType.APPLICATION_PDF, Pdf.of(paper));
    }

    @GetMapping("/households/{householdId}/support.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String householdId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known) {
        var paper = paper(householdId, effective, known);
        return file(paper.name() + ".xlsx", XLSX, Xlsx.of(paper));
    }

    private Paper paper(String householdId, @Nullable String effective, @Nullable String known) {
        Check.id("household", "householdId", householdId);
        return SupportSheet.of(
                histories.placed(householdId, Asked.of(effective, known, today.date())));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        var disposition =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", disposition.toString())
                .body(bytes);
    }
}
