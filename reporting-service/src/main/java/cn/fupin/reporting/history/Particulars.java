package cn.fupin.reporting.history;

import cn.fupin.reporting.answer.Brief;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What an event says beside the core of its sentence: who, how much, until when, on what ground;
 * each thing by its name, told behind it. What an event leaves unsaid is left out.
 */
final class Particulars {
    @FunctionalInterface
    private interface Telling {
        String of(JsonNode said, Sentence.Reader reader, boolean chinese);
    }

    private record Particular(String zh, String en, Telling telling) {}

    private static final Map<String, Particular> NAMES = new HashMap<>();
    private static final Map<String, List<String>> OF_EVENTS = new HashMap<>();

    static {
        named("members", "成员", "members", listed(Particulars::member));
        named("member", "成员情况", "the member", Particulars::details);
        named("relations", "其他成员与新户主关系", "others to the new head", listed(Particulars::related));
        named("numberedOn", "编列日期", "given on", Particulars::text);
        named("memberSince", "入户日期", "member since", Particulars::text);
        named("headSince", "任户主起始日", "head since", Particulars::text);
        named("stays", "在户期间", "in the household", listed(Particulars::stay));
        named("correctedIn", "随该户的更正", "follows from the correction in", Particulars::id);
        named("alsoIn", "一并更正的他户", "corrected as well in", listed(Particulars::id));
        named("numberOf", "错误号码属于", "the wrong number is of", Particulars::person);
        named("enteredSince", "错误号码登记起始日", "under the wrong number since", Particulars::text);
        named("numbers", "登记或变更号码", "numbers recorded or changed", listed(coded("personal")));
        named("signedBy", "签字人", "signed by", Particulars::person);
        named("authorisationSignedBy", "授权签字人", "leave signed by", Particulars::person);
        named("surveyors", "调查人", "surveyed by", listed(Particulars::text));
        named("verifiers", "核实人", "verified by", listed(Particulars::text));
        named("checkers", "核查人", "checked by", listed(Particulars::text));
        named("visitedBy", "走访人", "visited by", Particulars::helper);
        named("checkedBy", "核实人", "checked by", Particulars::helper);
        named("enteredBy", "申请人", "requested by", Particulars::text);
        named("requestedBy", "申请人", "requested by", Particulars::text);
        named("proposedBy", "申报单位", "proposed by", Particulars::text);
        named("issuedBy", "发放单位", "issued by", Particulars::text);
        named("PolicyDocumentIssued.issuedBy", "印发机关", "issued by", Particulars::text);
        named("by", "抽查单位", "looked through by", Particulars::text);
        named("FaultsRectified.by", "整改单位", "rectified by", Particulars::text);
        named("note", "记录", "note", Particulars::text);

        named("wageFen", "工资性收入", "wages", Particulars::yuan);
        named("businessFen", "经营性收入", "business", Particulars::yuan);
        named("transferFen", "转移性收入", "transfers", Particulars::yuan);
        named("propertyFen", "财产性收入", "property", Particulars::yuan);
        named("costFen", "生产经营支出", "cost of production", Particulars::yuan);
        named("netIncomeFen", "全户纯收入", "net income of the household", Particulars::yuan);
        named("livingFen", "生活支出", "living", Particulars::yuan);
        named("schoolingFen", "教育支出", "schooling", Particulars::yuan);
        named("medicalFen", "医疗支出", "medical", Particulars::yuan);
        named("otherFen", "其他支出", "other", Particulars::yuan);
        named("incomeYear", "收入年度", "year of the income", Particulars::text);
        named("incomeFenPerHead", "人均纯收入", "net income per head", Particulars::yuan);
        named("rangeFenPerYear", "监测范围", "range of monitoring", Particulars::yuan);
        named("lineFenPerYear", "所用扶贫标准", "poverty line", Particulars::yuan);
        named("povertyLineId", "标准编号", "the line's id", Particulars::text);
        named("waterSafe", "饮水安全", "water is safe", Particulars::yes);
        named("housingSafe", "住房安全", "housing is safe", Particulars::yes);
        named("assurances", "两不愁三保障及饮水", "assurances", Particulars::assurances);
        named("quotaYear", "占用规模年度", "places of the quota of", Particulars::text);
        named("persons", "人数", "persons", Particulars::text);
        named("ceilingPersonsBefore", "原上限", "ceiling until then", Particulars::text);
        named("attendance", "到会人数", "present", Particulars::text);

        named("householdType", "户属性", "type", coded("householdType"));
        named("standard", "识别标准", "standard", coded("standard"));
        named("mainCause", "主要致贫原因", "main cause", coded("cause"));
        named("otherCauses", "其他致贫原因", "other causes", listed(coded("cause")));
        named("stage", "所处阶段", "stage", coded("stage"));
        named("standing", "在册状态", "stands as", coded("standing"));
        named("enteredOn", "纳入日期", "entered on", Particulars::text);
        named("registeredOn", "识别日期", "registered on", Particulars::text);
        named("exitedOn", "脱贫日期", "exited on", Particulars::text);
        named("revokesEventId", "所撤销的登记", "takes back", Particulars::id);
        named("monitoredUntil", "风险消除日期", "risk eliminated on", Particulars::text);
        named("entryIncomeYear", "纳入所依收入年度", "entered by the income of", Particulars::text);
        named("exitIncomeYear", "脱贫所依收入年度", "exited by the income of", Particulars::text);
        named("announcedOn", "公告日期", "announced on", Particulars::text);
        named("batch", "批次", "batch", Particulars::text);
        named("batchId", "申请批次", "batch of applications", Particulars::id);
        named("noticeId", "所依公示", "by the notice", Particulars::notice);
        named("assessmentId", "评议会", "the meeting", Particulars::id);
        named("roundId", "核查轮次", "round", Particulars::round);
        named("separation", "立户缘由", "why apart", Particulars::separation);
        named("group", "村民小组", "villagers' group", Particulars::text);
        named("documentNo", "文号", "document", Particulars::text);
        named("differsBecause", "与原登记不同的原因", "why it differs", Particulars::text);
        named("printedOn", "印制日期", "printed on", Particulars::text);
        named("consequence", "结果运用", "consequence", Particulars::text);
        named("found", "发现问题", "found", Particulars::found);
        named("ballots", "本户得票", "votes on the household", Particulars::ballots);
        named("chair", "主持", "chaired by", Particulars::text);
        named("entitled", "应到人数", "entitled", Particulars::text);
        named("minutesSha256", "会议记录摘要", "digest of the minutes", Particulars::id);
        named("hotline", "监督电话", "hotline", Particulars::text);
        named("ObjectionRaised.channel", "反映渠道", "raised by", coded("channel"));
        named("OmissionRaised.channel", "反映渠道", "raised by", coded("channel"));
        named("goals", "人均纯收入目标", "income per head aimed at", listed(Particulars::goal));
        named("planned", "计划措施", "planned", listed(Particulars::planned));
        named("quantity", "数量", "quantity", Particulars::text);
        named("PlannedMeasureDone.amountFen", "金额", "cost", Particulars::yuan);
        named("omissionId", "异议编号", "objection", Particulars::id);
        for (var type : List.of("OmissionRaised", "OmissionSettled", "OmissionFollowedUp")) {
            named(type + ".householdId", "漏评户", "household left out", Particulars::id);
        }
        named("revisitBy", "重新调查期限", "to be looked into again by", Particulars::text);
        named("sha256", "文件摘要", "digest", Particulars::id);
        named("bytes", "字节", "bytes", Particulars::text);
        named("asOf", "数据截至", "as of", Particulars::text);
        named("leftOut", "略过户数", "left out", Particulars::text);
        named("about", "关于", "about", Particulars::id);
        named("personIds", "涉及成员", "shows", listed(Particulars::person));
        named("alsoKnownAs", "曾用编号", "also known as", listed(Particulars::id));
        named("evidenceIds", "随之失效的材料", "files gone with it", listed(Particulars::id));
        named("holdId", "留存编号", "hold", Particulars::id);
        named("PersonLookedUp.reason", "事由", "because", Particulars::text);

        named("rules", "规则", "rules", listed(Particulars::ruleOfRound));
        named("effectiveFrom", "生效日期", "from", Particulars::text);
        named("source", "依据", "source", Particulars::text);
        named("position", "职务", "position", Particulars::text);
        named("staffId", "人员", "who", Particulars::helper);
        named("successor", "接任", "successor", Particulars::staff);
        named("LeadingGroupFormed.members", "成员单位", "member offices", listed(Particulars::text));
        named("WorkTeamFormed.members", "队员", "members", listed(Particulars::staff));
        named("WorkTeamStaffed.members", "队员", "members", listed(Particulars::staff));
        named("deputies", "副组长", "deputies", listed(Particulars::text));
        named("bureau", "办公室设在", "office at", Particulars::text);
        named("span", "期限", "span", coded("span"));
        named("exitHouseholds", "计划脱贫户数", "households to exit", Particulars::text);
        named("exitPersons", "计划脱贫人数", "persons to exit", Particulars::text);
        named("level", "层级", "level", coded("level"));
        named("parent", "上级区划", "within", Particulars::place);
        named("counterpart", "调剂对方区划", "places of", Particulars::place);
        named("villageType", "类型", "kind", coded("villageType"));
        named("tellsOfHealth", "涉及健康", "tells of health", Particulars::yes);
        named("official", "在国家代码表", "in the national list", Particulars::yes);
        named("sample", "化名区划", "a stand-in", Particulars::yes);
        named("divisionsOf", "代码表日期", "list of", Particulars::text);
        named("attestedBy", "依据文件", "attested by", Particulars::text);
        named("households", "户数", "households", Particulars::text);
        named("successors", "并入", "followed by", listed(Particulars::text));
        named("approximate", "约数", "approximate", Particulars::yes);
        named("year", "年度", "year", Particulars::text);
        named("incomeConcept", "收入口径", "income concept", coded("incomeConcept"));
        named("poorPersons", "贫困人口", "poor persons", Particulars::text);
        named("denominatorPersons", "总体人口", "of persons", Particulars::text);
        criteria();

        named("ProjectProposed.kind", "项目类别", "kind", coded("projectKind"));
        named("budgetFen", "概算", "budget", Particulars::yuan);
        named("contractFen", "合同价", "contract price", Particulars::yuan);
        named("contractNo", "合同编号", "contract", Particulars::text);
        named("plannedOutputs", "计划产出", "planned outputs", listed(Particulars::output));
        named("outputs", "产出", "outputs", listed(Particulars::output));
        named("served", "受益范围", "serves", listed(Particulars::served));
        named(
                "BeneficiariesNamed.households",
                "本户份额",
                "share of the household",
                Particulars::share);
        named("payee.kind", "收款方类别", "kind of payee", coded("payee"));
        named("payee.name", "收款方", "payee", Particulars::text);
        named("lines", "资金来源", "drawn on", listed(Particulars::line));
        named("commitmentId", "资金承诺", "commitment", Particulars::id);
        named("projectId", "项目", "project", Particulars::id);

        ofHouseholds();
        ofOffices();
        ofRegions();
        ofProjectsAndMoney();
    }

    private static void criteria() {
        named("criteria.poorPersons", "贫困人口", "poor persons", Particulars::text);
        named("criteria.denominatorPersons", "总体人口", "of persons", Particulars::text);
        named("criteria.denominator", "总体", "counted of", coded("denominator"));
        named(
                "criteria.provincialIncidenceBasisPoints",
                "全省发生率",
                "incidence of the province",
                Particulars::percent);
        named("criteria.incomeFenPerHead", "人均收入", "income per head", Particulars::yuan);
        named(
                "criteria.provincialIncomeFenPerHead",
                "全省人均收入",
                "income per head of the province",
                Particulars::yuan);
        named("criteria.collectiveIncomeFen", "集体收入", "collective income", Particulars::yuan);
        named("figures.poorPersons", "贫困人口", "poor persons", Particulars::text);
        named("figures.denominatorPersons", "总体人口", "of persons", Particulars::text);
        named("figures.denominator", "总体", "counted of", coded("denominator"));
        named("figures.incidenceBasisPoints", "贫困发生率", "incidence", Particulars::percent);
        named(
                "figures.provincialIncidenceBasisPoints",
                "全省发生率",
                "incidence of the province",
                Particulars::percent);
        named("figures.incomeFenPerHead", "人均收入", "income per head", Particulars::yuan);
        named(
                "figures.provincialIncomeFenPerHead",
                "全省人均收入",
                "income per head of the province",
                Particulars::yuan);
        named("figures.collectiveIncomeFen", "集体收入", "collective income", Particulars::yuan);
        named("notice.place", "公示地点", "notice posted at", Particulars::text);
        named("notice.postedOn", "公示自", "posted on", Particulars::text);
        named("notice.closedOn", "公示至", "closed on", Particulars::text);
        named("notice.announcedOn", "公告日期", "announced on", Particulars::text);
    }

    private static void ofHouseholds() {
        tell("HouseholdRecorded", "members", "group", "separation");
        tell("HouseholdApplied", "members", "group", "separation", "batchId");
        tell(
                "HouseholdSurveyed",
                "wageFen",
                "businessFen",
                "transferFen",
                "propertyFen",
                "costFen",
                "netIncomeFen",
                "waterSafe",
                "housingSafe",
                "surveyors");
        tell(
                "IncomeRecorded",
                "wageFen",
                "businessFen",
                "transferFen",
                "propertyFen",
                "costFen",
                "netIncomeFen");
        tell(
                "SurveyCorrected",
                "wageFen",
                "businessFen",
                "transferFen",
                "propertyFen",
                "costFen",
                "netIncomeFen",
                "waterSafe",
                "housingSafe");
        tell(
                "QuarterChecked",
                "wageFen",
                "businessFen",
                "transferFen",
                "propertyFen",
                "costFen",
                "livingFen",
                "schoolingFen",
                "medicalFen",
                "otherFen",
                "persons",
                "checkedBy",
                "signedBy");
        tell("HouseholdAssessed", "assessmentId");
        tell("TownshipReviewed", "noticeId");
        tell(
                "HouseholdRegistered",
                "householdType",
                "standard",
                "otherCauses",
                "incomeYear",
                "incomeFenPerHead",
                "lineFenPerYear",
                "povertyLineId",
                "quotaYear",
                "batch",
                "noticeId",
                "announcedOn",
                "roundId");
        tell("CausesCorrected", "otherCauses");
        tell("RelapseIncomeCorrected", "lineFenPerYear", "povertyLineId");
        tell("HouseholdReclassified", "otherCauses");
        tell("HouseholdNumberCorrected", "numberedOn");
        tell("HouseholdRejected", "stage");
        tell("HouseholdWithdrew", "stage", "signedBy");
        tell("HouseholdOnFileApplied", "separation", "batchId");
        tell("HouseholdBackOnFile", "stage", "signedBy");
        tell("HouseholdVisited", "visitedBy", "note");
        tell("ExitPlanned", "persons");
        tell("MemberJoined", "member");
        tell("MemberDescribed", "numbers");
        tell("MemberIdentified", "member", "differsBecause");
        tell("MemberNameCorrected", "member", "memberSince", "stays", "correctedIn", "alsoIn");
        tell(
                "MemberNumberCorrected",
                "member",
                "memberSince",
                "headSince",
                "stays",
                "enteredSince",
                "numberOf",
                "differsBecause",
                "correctedIn",
                "alsoIn");
        tell("MemberDayCorrected", "member");
        tell("HeadChanged", "relations");
        tell("HouseholdReverified", "persons", "roundId");
        tell("MonitoringChecked", "checkers", "authorisationSignedBy", "rangeFenPerYear");
        tell("MonitoringAssessed", "attendance", "assessmentId");
        tell("MonitoringConfirmed", "noticeId", "persons");
        tell("RiskEliminated", "assurances");
        tell("HouseholdRemoved", "roundId");
        tell("ExitRevoked", "roundId");
        tell("RelapseRevoked", "quotaYear", "revokesEventId");
        tell("MonitoringRevoked", "revokesEventId");
        tell("EndRevoked", "personIds");
        tell("ExitVerified", "lineFenPerYear", "povertyLineId", "assurances", "verifiers");
        tell("ExitAssessed", "attendance", "assessmentId");
        tell("ExitAgreed", "signedBy");
        tell("HouseholdExited", "noticeId");
        tell(
                "HouseholdRelapsed",
                "incomeYear",
                "incomeFenPerHead",
                "lineFenPerYear",
                "povertyLineId",
                "quotaYear",
                "noticeId",
                "roundId");
        tell("RelapseAssessed", "attendance", "assessmentId");
        tell("RelapseReviewed", "noticeId");
        tell(
                "HouseholdSplitOff",
                "members",
                "group",
                "standing",
                "registeredOn",
                "enteredOn",
                "exitedOn",
                "entryIncomeYear",
                "exitIncomeYear",
                "householdType",
                "standard",
                "mainCause",
                "otherCauses");
        tell("PlanAdopted", "goals", "planned");
        tell("PlannedMeasureDone", "quantity", "amountFen");
        tell("PlannedMeasureTakenBack", "quantity");
        tell("HouseholdMoved", "documentNo");
        tell("HelperReleased", "exitedOn");
        tell("MonitoringHelperReleased", "monitoredUntil");
        tell("HandbookIssued", "printedOn", "issuedBy");
        tell("ClearCardIssued", "issuedBy");
        tell("VisitTakenBack", "visitedBy");
        tell("QuarterCheckTakenBack", "signedBy");
    }

    private static void ofOffices() {
        tell("QuotaCorrected", "ceilingPersonsBefore");
        tell("AssessmentHeld", "ballots", "chair", "entitled", "minutesSha256");
        tell("AssessmentCorrected", "ballots", "entitled");
        tell("NoticePosted", "hotline", "batchId");
        tell("ObjectionRaised", "channel");
        tell("OmissionRaised", "channel", "group", "omissionId", "householdId");
        tell("OmissionSettled", "revisitBy", "omissionId", "householdId");
        tell("OmissionFollowedUp", "omissionId", "householdId");
        tell("BatchOpened", "year");
        tell("ReverificationRoundOpened", "rules");
        tell("ArchivesSampled", "found", "by");
        tell("FaultsRectified", "by");
        tell("HelperAppraised", "consequence");
        tell("HelperNamed", "position");
        tell("HelperDetailsChanged", "position");
        tell("ExclusionItemEnacted", "effectiveFrom", "source");
        tell("MeasureItemEnacted", "effectiveFrom", "source", "tellsOfHealth");
        tell("MeasureItemEnded", "source");
        tell("ExclusionRuleEnacted", "effectiveFrom", "source");
        tell("MatchingListReceived", "asOf", "sha256");
        tell("ImportReceived", "asOf", "bytes", "sha256");
        tell("ImportRun", "leftOut");
        tell("EvidenceStored", "about", "personIds", "sha256");
        tell("PersonLookedUp", "reason");
        tell("HoldPlaced", "holdId");
        tell("HoldLifted", "holdId");
        tell("ErasureRequested", "requestedBy");
        tell("PersonErased", "requestedBy", "alsoKnownAs", "evidenceIds");
    }

    private static void ofRegions() {
        tell("LeadingGroupFormed", "deputies", "members", "bureau", "documentNo");
        tell("WorkTeamFormed", "members");
        tell("WorkTeamStaffed", "members");
        tell("FirstSecretaryAppointed", "staffId");
        tell("FirstSecretaryRecalled", "staffId", "successor");
        tell("HelperUnitReleased", "successor");
        tell("RegionPlanAdopted", "span", "exitHouseholds", "exitPersons");
        tell(
                "RegionListed",
                "level",
                "villageType",
                "parent",
                "official",
                "sample",
                "divisionsOf",
                "attestedBy");
        tell(
                "RegionListingCorrected",
                "level",
                "villageType",
                "parent",
                "official",
                "sample",
                "divisionsOf",
                "attestedBy");
        tell("RegionRenamed", "documentNo");
        tell("RegionSuperseded", "documentNo");
        tell("VillageGroupListed", "group", "households");
        tell("VillageGroupRenamed", "group", "documentNo");
        tell("VillageGroupEnded", "successors", "documentNo");
        tell("RegionFactRecorded", "approximate");
        tell(
                "PoorVillageIdentified",
                "criteria.poorPersons",
                "criteria.denominatorPersons",
                "criteria.denominator",
                "criteria.provincialIncidenceBasisPoints",
                "criteria.incomeFenPerHead",
                "criteria.provincialIncomeFenPerHead",
                "criteria.collectiveIncomeFen",
                "notice.place",
                "notice.postedOn",
                "notice.closedOn",
                "notice.announcedOn");
        tell(
                "VillageNoticePosted",
                "figures.poorPersons",
                "figures.denominatorPersons",
                "figures.denominator",
                "figures.incidenceBasisPoints",
                "figures.provincialIncidenceBasisPoints",
                "figures.incomeFenPerHead",
                "figures.provincialIncomeFenPerHead",
                "figures.collectiveIncomeFen");
        tell(
                "PoorVillageExited",
                "poorPersons",
                "denominatorPersons",
                "notice.place",
                "notice.postedOn",
                "notice.closedOn",
                "notice.announcedOn");
        tell("PovertyLineSet", "incomeConcept", "documentNo");
        tell("PolicyDocumentIssued", "issuedBy");
        tell("PovertyLineCorrected", "incomeConcept", "documentNo");
        tell("RuleEnacted", "source");
        tell("RuleCorrected", "source");
        tell("QuotaAdjusted", "counterpart");
    }

    private static void ofProjectsAndMoney() {
        tell("ProjectProposed", "kind", "budgetFen", "plannedOutputs", "proposedBy");
        tell("ProjectContracted", "contractNo", "contractFen");
        tell("ProjectAccepted", "outputs", "served");
        tell("BeneficiariesNamed", "households");
        tell(
                "PaymentRequested",
                "payee.kind",
                "payee.name",
                "lines",
                "commitmentId",
                "projectId",
                "enteredBy");
        tell("PaymentFailed", "lines", "commitmentId");
        tell("PaymentReturned", "lines", "commitmentId");
    }

    private Particulars() {}

    /** The name by which a field goes in every event, or in that of {@code Event.field}. */
    private static void named(String field, String zh, String en, Telling telling) {
        NAMES.put(field, new Particular(zh, en, telling));
    }

    private static void tell(String type, String... fields) {
        OF_EVENTS.put(type, List.of(fields));
    }

    /** The sentence with all that its event says beside it. */
    static Sentence behind(Sentence core, LifeEvent e, Sentence.Reader reader) {
        var zh = new StringBuilder(core.zh());
        var en = new StringBuilder(core.en());
        for (var field : OF_EVENTS.getOrDefault(e.type(), List.of())) {
            var particular = NAMES.getOrDefault(e.type() + "." + field, NAMES.get(field));
            var said = e.payload().at("/" + field.replace('.', '/'));
            if (particular == null || said.isMissingNode() || said.isNull()) continue;
            var chinese = particular.telling().of(said, reader, true);
            if (chinese.isEmpty()) continue;
            zh.append(';').append(particular.zh()).append(':').append(chinese);
            en.append("; ")
                    .append(particular.en())
                    .append(": ")
                    .append(particular.telling().of(said, reader, false));
        }
        return new Sentence(zh.toString(), en.toString());
    }

    private static Telling listed(Telling each) {
        return (said, reader, chinese) -> {
            var words = new ArrayList<String>();
            for (var one : said) {
                var word = each.of(one, reader, chinese);
                if (!word.isEmpty()) words.add(word);
            }
            return String.join(chinese ? "、" : ", ", words);
        };
    }

    /** A code of a field, in words. */
    private static Telling coded(String words) {
        return (said, _, chinese) -> word(words, said, chinese);
    }

    private static String word(String words, JsonNode code, boolean chinese) {
        var text = code.asString("");
        return chinese ? FormTerms.zh(words, text) : FormTerms.en(words, text);
    }

    private static String text(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return said.isNumber()
                ? new BigDecimal(said.asString()).toPlainString()
                : said.asString("");
    }

    private static String id(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return Brief.id(said.asString(""));
    }

    private static String yuan(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return Sentence.yuan(said.asLong(0)) + (chinese ? " 元" : " yuan");
    }

    private static String percent(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return BigDecimal.valueOf(said.asLong(0), 2).toPlainString() + "%";
    }

    private static String yes(JsonNode said, Sentence.Reader reader, boolean chinese) {
        if (chinese) return said.asBoolean(false) ? "是" : "否";
        return said.asBoolean(false) ? "yes" : "no";
    }

    private static String person(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return reader.name(said.asString(""));
    }

    private static String helper(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return reader.helper(said.asString(""));
    }

    private static String place(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return reader.place(said.asString(""));
    }

    private static String notice(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return chinese
                ? reader.noticeZh(said.asString("")) + reader.postedZh(said.asString(""))
                : reader.noticeEn(said.asString("")) + reader.postedEn(said.asString(""));
    }

    private static String round(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return reader.round(said.asString(""));
    }

    /** {@code 王**(户主,男,1970 年生)}. */
    private static String member(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return reader.name(said) + (chinese ? "(" : " (") + details(said, reader, chinese) + ")";
    }

    private static String details(JsonNode said, Sentence.Reader reader, boolean chinese) {
        var words = new ArrayList<String>();
        words.add(word("relation", said.path("relation"), chinese));
        words.add(word("sex", said.path("sex"), chinese));
        var born = text(said.path("birthYear"), reader, chinese);
        words.add(chinese ? born + " 年生" : "born " + born);
        if (said.path("withoutNumber").isString()) {
            var why = word("withoutNumber", said.path("withoutNumber"), chinese);
            words.add(chinese ? "无证件号码:" + why : "no number: " + why);
        }
        return String.join(chinese ? "," : ", ", words);
    }

    private static String related(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return person(said.path("personId"), reader, chinese)
                + (chinese ? "为" : " is ")
                + word("relation", said.path("relation"), chinese);
    }

    private static String stay(JsonNode said, Sentence.Reader reader, boolean chinese) {
        var from = text(said.path("from"), reader, chinese);
        var until = text(said.path("until"), reader, chinese);
        if (until.isEmpty()) return chinese ? from + " 起" : "since " + from;
        return chinese
                ? "%s 起,%s 离户".formatted(from, until)
                : "from %s, left %s".formatted(from, until);
    }

    private static String goal(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return text(said.path("year"), reader, chinese)
                + (chinese ? " 年 " : ": ")
                + yuan(said.path("incomeFenPerHead"), reader, chinese);
    }

    /** {@code 养牛(1,2015 年,发展生产,五个一批,2 头,12000 元,镇农技站,三年规划之 A1)}. */
    private static String planned(JsonNode said, Sentence.Reader reader, boolean chinese) {
        var words = new ArrayList<String>();
        words.add(text(said.path("code"), reader, chinese));
        words.add(text(said.path("year"), reader, chinese) + (chinese ? " 年" : ""));
        var measure = said.path("measure").asString("");
        words.add(reader.measure(measure, chinese));
        words.add(text(said.path("scheme"), reader, chinese));
        var quantity = text(said.path("quantity"), reader, chinese);
        words.add((quantity + " " + text(said.path("unit"), reader, chinese)).strip());
        if (said.path("amountFen").isNumber()) {
            words.add(yuan(said.path("amountFen"), reader, chinese));
        }
        words.add(text(said.path("responsible"), reader, chinese));
        var of = text(said.path("ofCode"), reader, chinese);
        if (!of.isEmpty()) words.add(chinese ? "三年规划之 " + of : "of the three years' " + of);
        words.removeIf(String::isEmpty);
        return text(said.path("content"), reader, chinese)
                + (chinese ? "(" : " (")
                + String.join(chinese ? "," : ", ", words)
                + ")";
    }

    private static String assurances(JsonNode said, Sentence.Reader reader, boolean chinese) {
        var missed = new ArrayList<String>();
        for (var each : said.properties()) {
            if (each.getValue().asBoolean(false)) continue;
            var code = each.getKey();
            missed.add(chinese ? FormTerms.zh("assurance", code) : FormTerms.en("assurance", code));
        }
        if (missed.isEmpty()) return chinese ? "均有保障" : "all given";
        return (chinese ? "未保障 " : "not given: ") + String.join(chinese ? "、" : ", ", missed);
    }

    private static String separation(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return word("separation", said.path("reason"), chinese)
                + (chinese ? "," : ", ")
                + said.path("document").asString("");
    }

    /** Of the household whose history it is; in the region's all, each by its id. */
    private static String found(JsonNode said, Sentence.Reader reader, boolean chinese) {
        var words = new ArrayList<String>();
        for (var each : said) {
            var household = each.path("householdId").asString("");
            var finding = each.path("finding").asString("");
            if (household.equals(reader.householdId())) words.add(finding);
            if (reader.householdId().isEmpty()) words.add(Brief.id(household) + " " + finding);
        }
        return String.join(chinese ? "、" : ", ", words);
    }

    private static String ballots(JsonNode said, Sentence.Reader reader, boolean chinese) {
        for (var each : said) {
            if (!each.path("householdId").asString("").equals(reader.householdId())) continue;
            return (chinese ? "赞成 %d 票,反对 %d 票" : "%d for, %d against")
                    .formatted(
                            each.path("votesFor").asLong(0), each.path("votesAgainst").asLong(0));
        }
        return "";
    }

    private static String share(JsonNode said, Sentence.Reader reader, boolean chinese) {
        for (var each : said) {
            if (!each.path("householdId").asString("").equals(reader.householdId())) continue;
            return percent(each.path("shareBasisPoints"), reader, chinese);
        }
        return "";
    }

    private static String ruleOfRound(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return "%s %s(%s)"
                .formatted(
                        word("direction", said.path("direction"), chinese),
                        said.path("text").asString(""),
                        said.path("code").asString(""));
    }

    private static String staff(JsonNode said, Sentence.Reader reader, boolean chinese) {
        if (said.isString()) return said.asString("");
        var leads = said.path("leader").asBoolean(false);
        return "%s(%s%s)"
                .formatted(
                        reader.helper(said.path("staffId").asString("")),
                        said.path("unit").asString(""),
                        leads ? (chinese ? ",队长" : ", leads") : "");
    }

    private static String output(JsonNode said, Sentence.Reader reader, boolean chinese) {
        var measure = said.path("measure").asString("");
        var unit = said.path("unit").asString("");
        return "%s %s %s"
                .formatted(
                        chinese ? RuleTerms.zh(measure) : RuleTerms.en(measure),
                        text(said.path("quantity"), reader, chinese),
                        chinese ? RuleTerms.zh(unit) : RuleTerms.en(unit));
    }

    private static String served(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return (chinese ? "%s %s 个组" : "%s, groups: %s")
                .formatted(
                        reader.place(said.path("region").asString("")),
                        text(said.path("groups"), reader, chinese));
    }

    private static String line(JsonNode said, Sentence.Reader reader, boolean chinese) {
        return Brief.id(said.path("allocationId").asString(""))
                + " "
                + yuan(said.path("amountFen"), reader, chinese);
    }
}
