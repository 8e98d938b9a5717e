package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * What may be stored, told by the content's own first bytes and not by what the sender calls it:
 * somebody will open it.
 */
final class MediaTypes {
    static final String PDF = "application/pdf";
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Map<String, String> ENDINGS =
            Map.of(PDF, "pdf", JPEG, "jpg", PNG, "png", DOCX, "docx", XLSX, "xlsx");

    private MediaTypes() {}

    static String endingOf(String mediaType) {
        return ENDINGS.getOrDefault(mediaType, "bin");
    }

    static void check(String mediaType, byte[] content) {
        if (!ENDINGS.containsKey(mediaType)) {
            throw new Malformed(
                    "Content-Type",
                    "media-type",
                    "只接受 PDF、JPEG、PNG、DOCX、XLSX",
                    "must be one of PDF, JPEG, PNG, DOCX, XLSX");
        }
        switch (mediaType) {
            case PDF -> {
                is(begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII)));
                pdf(content);
            }
            case JPEG -> {
                is(begins(content, ImageFile.JPEG_BEGINS));
                whole(ImageFile.isWholeJpeg(content));
            }
            case PNG -> {
                is(begins(content, ImageFile.PNG_BEGINS));
                whole(ImageFile.isWholePng(content));
            }
            case DOCX -> office(content, "word/document.xml", DOCX + ".main+xml");
            default -> office(content, "xl/workbook.xml", XLSX + ".main+xml");
        }
    }

    private static void is(boolean whatItSays) {
        if (whatItSays) return;
        throw new Malformed(
                EvidenceHttp.FILE,
                "content-is-its-media-type",
                "文件内容与所称类型不符",
                "the content is not of the type it says");
    }

    private static void whole(boolean toItsEnd) {
        if (toItsEnd) return;
        throw new Malformed(
                EvidenceHttp.FILE,
                "complete",
                "图片不完整（中断或损坏），请重新上传或重新拍摄",
                "the picture breaks off or is broken; send it again or take it anew");
    }

    private static void pdf(byte[] content) {
        switch (PdfFile.look(content)) {
            case PASSIVE -> {}
            case ACTIVE ->
                    throw new Malformed(
                            EvidenceHttp.FILE,
                            "no-active-content",
                            "PDF 含脚本、启动程序等动作或内嵌文件，请重新打印为 PDF 后上传",
                            "holds scripts, actions that start something, or files within; print it"
                                    + " to a new PDF");
            case CLOSED ->
                    throw new Malformed(
                            EvidenceHttp.FILE,
                            "searchable",
                            "PDF 中有无法检查的部分（加密或损坏），请重新打印为 PDF 后上传",
                            "has parts that cannot be searched (encrypted or broken); print it to a"
                                    + " new PDF");
        }
    }

    /** {@code xlsx} is told by its workbook's type too: a workbook with macros has another. */
    private static void office(byte[] content, String main, String type) {
        is(begins(content, new byte[] {'P', 'K', 3, 4}));
        var file = OfficeFile.of(content);
        if (file != null && file.isActive()) {
            throw new Malformed(
                    EvidenceHttp.FILE,
                    "no-active-content",
                    "文件含宏、嵌入对象或指向外部的引用，请另存为 PDF 后上传",
                    "holds macros, embedded objects or references to what lies elsewhere; store it"
                            + " as PDF");
        }
        is(file != null && file.hasMain(main, type));
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length > with.length
                && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }
}
