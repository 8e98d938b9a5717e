package cn.fupin.reporting.history;

import static cn.fupin.reporting.history.Sentence.say;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What offices do about households: batches, rounds, complaints, checks, files, personal data. */
final class OfficeSentences {
    private OfficeSentences() {}

    static @Nullable Sentence of(LifeEvent e, Sentence.Reader reader) {
        return switch (e.type()) {
            case "BatchOpened" ->
                    say(
                            "%s:%s 至 %s 受理申请",
                            "batch opened (%s): applications from %s to %s",
                            e.text("title"),
                            e.text("appliesFrom"),
                            e.text("appliesUntil"));
            case "BatchClosed" -> say("申请批次结束", "the batch was closed");
            case "AssessmentWithdrawn" ->
                    say(
                            "撤销误登的评议会:%s",
                            "the assessment meeting was entered by mistake and is none: %s",
                            e.text("reason"));
            case "AssessmentCorrected" ->
                    say(
                            "更正评议会:%3$s 召开,到会 %1$d 人,评议 %2$d 户:%4$s",
                            "the meeting is corrected: held on %3$s, %1$d present, %2$d households put to the vote: %4$s",
                            e.number("attendance"),
                            e.payload().path("ballots").size(),
                            e.text("heldOn"),
                            e.text("reason"));
            case "NoticeWithdrawn" ->
                    say(
                            "%2$s有误,撤回%4$s:%1$s",
                            "the %3$s was taken down as wrong%5$s: %1$s",
                            e.text("reason"),
                            reader.noticeZh(e.text("noticeId")),
                            reader.noticeEn(e.text("noticeId")),
                            reader.postedZh(e.text("noticeId")),
                            reader.postedEn(e.text("noticeId")));
            case "AnnouncementPublished" ->
                    say(
                            "%2$s张贴于%1$s,共 %4$d 户",
                            "%3$s posted at %1$s, %4$d households on it",
                            e.text("place"),
                            FormTerms.zh("announcement", e.text("kind")),
                            FormTerms.en("announcement", e.text("kind")),
                            e.payload().path("householdIds").size());
            case "AnnouncementWithdrawn" ->
                    say(
                            "公告有误,撤回:%s",
                            "the announcement was taken down as wrong: %s", e.text("reason"));
            case "ReverificationRoundOpened" ->
                    say(
                            "开展%s,规则 %d 条",
                            "round of re-verification opened (%s), %d rules",
                            e.text("name"),
                            e.payload().path("rules").size());
            case "ReverificationRoundClosed" -> say("本轮重新核实结束", "the round was closed");
            case "ComplaintReceived" ->
                    say(
                            "收到投诉(%2$s):%1$s",
                            "a complaint came in (%3$s): %1$s",
                            e.text("subject"),
                            FormTerms.zh("channel", e.text("channel")),
                            FormTerms.en("channel", e.text("channel")));
            case "ComplaintHandled" ->
                    say(
                            "投诉办结(%2$s):%1$s",
                            "the complaint was handled (%3$s): %1$s",
                            e.text("handling"),
                            FormTerms.zh("outcome", e.text("outcome")),
                            FormTerms.en("outcome", e.text("outcome")));
            case "ArchivesSampled" ->
                    say(
                            "抽查档案 %d 户,发现问题 %d 处",
                            "the files of %d households were looked through, %d faults found",
                            e.payload().path("householdIds").size(),
                            e.payload().path("found").size());
            case "FaultsRectified" ->
                    say(
                            "抽查发现的问题已整改:%s",
                            "what the sampling found was rectified: %s", e.text("handling"));
            case "HelperAppraised" ->
                    say(
                            "考核帮扶人 %1$s %2$d 年工作:%3$s",
                            "helper %1$s appraised for %2$d: %4$s",
                            reader.helper(e.text("helperId")),
                            e.number("year"),
                            FormTerms.zh("appraisal", e.text("grade")),
                            FormTerms.en("appraisal", e.text("grade")));
            case "OmissionRaised" ->
                    e.text("maskedName").isEmpty()
                            ? say(
                                    "%2$s期内有人提出该户漏评:%1$s",
                                    "it was objected to the %3$s that this household was left out: %1$s",
                                    e.text("grounds"),
                                    reader.noticeZh(e.text("noticeId")),
                                    reader.noticeEn(e.text("noticeId")))
                            : say(
                                    "%2$s期内有人提出 %4$s 一户漏评:%1$s",
                                    "it was objected to the %3$s that the household of %4$s was left out: %1$s",
                                    e.text("grounds"),
                                    reader.noticeZh(e.text("noticeId")),
                                    reader.noticeEn(e.text("noticeId")),
                                    reader.said(e.payload()));
            case "OmissionSettled" ->
                    e.payload().path("upheld").asBoolean(false)
                            ? say(
                                    "漏评异议成立,重新入户调查、评议:%s",
                                    "it was left out, and is visited and assessed: %s",
                                    e.text("handling"))
                            : say(
                                    "漏评异议不成立:%s",
                                    "that it was left out was dismissed: %s", e.text("handling"));
            case "OmissionFollowedUp" ->
                    say(
                            "漏评异议已落实到本户",
                            "the objection that it was left out was followed up with this household");
            case "HelperNamed" ->
                    say("登记帮扶人员:%s", "it is told who goes by a helper's id: %s", reader.named(e));
            case "HelperDetailsChanged" ->
                    say("变更帮扶人员信息:%s", "what is known of a helper changed: %s", reader.named(e));
            case "ExclusionItemEnacted" ->
                    say(
                            "排除事项 %1$s(%2$s),比对:%3$s",
                            "item of exclusion %2$s (%1$s), held against: %3$s",
                            e.text("name"),
                            e.text("code"),
                            e.text("list"));
            case "MeasureItemEnacted" ->
                    say(
                            "帮扶措施类别 %1$s(%2$s)",
                            "kind of help measures %2$s (%1$s)", e.text("name"), e.text("code"));
            case "MeasureItemEnded" ->
                    say(
                            "停用帮扶措施类别%1$s",
                            "kind of help measures ended: %2$s",
                            MeasureNames.zh(e.text("code")),
                            MeasureNames.en(e.text("code")));
            case "ExclusionRuleEnacted" ->
                    say(
                            "排除规则(%2$s,%4$s):%1$s",
                            "exclusion rule (%3$s, %5$s): %1$s",
                            e.text("text"),
                            reader.itemZh(e),
                            reader.itemEn(e),
                            FormTerms.zh("effect", e.text("effect")),
                            FormTerms.en("effect", e.text("effect")));
            case "ExclusionRuleEnded" -> say("排除规则停止执行", "the exclusion rule ended");
            case "MatchingListReceived" ->
                    say(
                            "收到比对名单(%3$s):%1$s,%2$d 人",
                            "list to match received (%4$s): %1$s, %2$d persons",
                            e.text("source"),
                            e.number("entries"),
                            reader.itemZh(e),
                            reader.itemEn(e));
            case "ListedPersonsFound" -> listed(e, reader);
            default -> ofFiles(e);
        };
    }

    /** In a household's history whom of its members, otherwise how many. */
    private static Sentence listed(LifeEvent e, Sentence.Reader reader) {
        var ids = e.payload().path("personIds");
        var members =
                ids.valueStream()
                        .map(id -> id.asString(""))
                        .filter(reader::isKnown)
                        .map(reader::name)
                        .collect(Collectors.joining("、"));
        return members.isEmpty()
                ? say(
                        "比对名单中有本系统建档人员 %d 人",
                        "the list to match names %d persons who are on file here", ids.size())
                : say("比对名单中有本户成员:%s", "the list to match names members: %s", members);
    }

    private static @Nullable Sentence ofFiles(LifeEvent e) {
        return switch (e.type()) {
            case "ImportReceived" ->
                    say(
                            e.number("strayLines") == 0
                                    ? "收到农户导入文件:%d 户 %d 人,有误 %d 户"
                                    : "收到农户导入文件:%d 户 %d 人,有误 %d 户,另有 %d 行不属于任何户",
                            e.number("strayLines") == 0
                                    ? "file of households received: %d households, %d members, %d households with errors"
                                    : "file of households received: %d households, %d members, %d households with errors, %d lines of no household",
                            e.number("households"),
                            e.number("members"),
                            e.number("badHouseholds"),
                            e.number("strayLines"));
            case "ImportRun" ->
                    say(
                            "第 %d 次导入:录入 %d 户,更正 %d 户,未变 %d 户,冲突 %d 户,被拒 %d 户",
                            "import run %d: %d households entered, %d corrected, %d unchanged, %d in conflict, %d refused",
                            e.number("run"),
                            e.number("entered"),
                            e.number("corrected"),
                            e.number("unchanged"),
                            e.number("conflicts"),
                            e.number("refused"));
            case "EvidenceStored" ->
                    say(
                            "存入佐证材料(%3$s):%1$s,%2$d 字节",
                            "file stored (%4$s): %1$s, %2$d bytes",
                            e.text("mediaType"),
                            e.number("bytes"),
                            FormTerms.zh("evidence", e.text("kind")),
                            FormTerms.en("evidence", e.text("kind")));
            case "EvidenceOpened" ->
                    say(
                            "调阅佐证材料(%s):%s",
                            "file read by %s: %s", e.text("openedBy"), e.text("reason"));
            case "EvidenceFaultFound" ->
                    switch (e.text("fault")) {
                        case "MISSING" -> say("佐证材料缺失", "a stored file is missing");
                        case "KEY_GONE" ->
                                say(
                                        "佐证材料的密钥不在,无法核对",
                                        "a stored file's key is gone: it cannot be checked");
                        default -> say("佐证材料被改动", "a stored file was altered");
                    };
            case "EvidenceRestored" -> say("佐证材料恢复完好", "the stored file is as it was again");
            case "PersonalDataRevealed" ->
                    say(
                            "查看个人信息(%3$s;%4$s),查看人 %1$s:%2$s",
                            "personal data shown to %1$s (%5$s; %6$s): %2$s",
                            e.text("revealedTo"),
                            e.text("reason"),
                            fields(e, true),
                            FormTerms.zh("purpose", e.text("purpose")),
                            fields(e, false),
                            FormTerms.en("purpose", e.text("purpose")));
            case "PersonLookedUp" ->
                    say(
                            "按证件号码查找一名成员(%2$s),查找人 %1$s",
                            "a member was looked for by number by %1$s (%3$s)",
                            e.text("askedBy"),
                            FormTerms.zh("purpose", e.text("purpose")),
                            FormTerms.en("purpose", e.text("purpose")));
            case "HoldPlaced" ->
                    say(
                            "个人信息留存(%2$s),至 %1$s",
                            "personal data held (%3$s) until %1$s",
                            e.payload().path("until").asString("…"),
                            FormTerms.zh("hold", e.text("kind")),
                            FormTerms.en("hold", e.text("kind")));
            case "HoldLifted" -> say("解除留存:%s", "the hold was lifted: %s", e.text("reason"));
            case "ErasureRequested" ->
                    say(
                            "申请抹除一名成员的个人信息:%s",
                            "erasure of a person's data requested: %s", e.text("reason"));
            case "ErasureDeclined" ->
                    say("未批准抹除:%s", "the erasure was declined: %s", e.text("reason"));
            case "PersonErased" ->
                    say("一名成员的个人信息已抹除,户数人数不变", "a person's data were erased; no number changes");
            default -> null;
        };
    }

    private static String fields(LifeEvent e, boolean chinese) {
        var fields = new ArrayList<String>();
        for (var field : e.payload().path("fields")) {
            var code = field.asString("");
            fields.add(chinese ? FormTerms.zh("personal", code) : FormTerms.en("personal", code));
        }
        return String.join(chinese ? "、" : ", ", fields);
    }
}
