package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.regions.ItemNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever household-service can say can be read here by a person, in both languages. */
class SentencesTest {
    private static final Path EXAMPLES = Path.of("..", "household-service", "contract", "examples");

    @Test
    void everyEventOfTheCatalogueHasASentence() throws IOException {
        for (var example : examples()) {
            var e = event(example);
            var sentence = Sentence.of(e, READER);
            assertThat(sentence.zh())
                    .as(e.type())
                    .matches("(?s).*\\p{IsHan}.*")
                    .isNotEqualTo(Sentence.words(e.type()))
                    .doesNotContain("null", "%s", "%d", "$s");
            assertThat(sentence.en())
                    .as(e.type())
                    .matches("(?s).*\\p{Alpha}{3}.*")
                    .isNotEqualTo(Sentence.words(e.type()))
                    .doesNotContain("null", "%s", "%d", "$s");
        }
    }

    /** Each value has its Chinese word, and its English beside, in whatever field it comes. */
    @Test
    void everyValueOfEveryEnumHasItsWord() throws IOException {
        for (var service : SERVICES) {
            for (var field : fields(service)) {
                for (var value : field.values()) {
                    assertThat(FormTerms.zh(field.words(), value))
                            .as("%s.%s %s", field.type(), field.name(), value)
                            .matches("(?s).*\\p{IsHan}.*");
                    assertThat(FormTerms.en(field.words(), value))
                            .as("%s.%s %s", field.type(), field.name(), value)
                            .doesNotContain("_")
                            .matches(en -> value.length() == 1 || !en.equals(value));
                }
            }
        }
    }

    /** Codes that are texts in the contract: read where household-service lists them. */
    @Test
    void everyRuleAndEveryKnownMeasureHasItsWord() throws IOException {
        var rules = found("rule/RuleCode.java", "(?m)^    ([A-Z][A-Z_]+)\\(\"([a-z-]+)\"");
        var measures =
                found(
                        "region/KnownMeasure.java",
                        "Map\\.entry\\(\"([a-z0-9-]+)\", \"([a-z0-9-]+)\"");
        assertThat(rules).hasSizeGreaterThan(15);
        assertThat(measures).hasSizeGreaterThan(10);
        Stream.concat(rules.stream(), measures.stream())
                .forEach(code -> {
                    assertThat(RuleTerms.zh(code.getFirst()))
                            .as(code.getFirst())
                            .matches("(?s).*\\p{IsHan}.*");
                    assertThat(RuleTerms.en(code.getFirst())).as(code.getFirst()).isNotBlank();
                    assertThat(RuleTerms.zh(code.getLast()))
                            .as(code.getLast())
                            .matches("(?s).*(\\p{IsHan}|%).*");
                });
    }

    /** Each code and its unit. */
    private static List<List<String>> found(String file, String pattern) throws IOException {
        var source =
                Files.readString(
                        Path.of("..", "household-service", "src", "main", "java")
                                .resolve("cn/fupin/household/" + file));
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .map(m ->
                        List.of(m.group(1).toLowerCase(Locale.ROOT).replace('_', '-'), m.group(2)))
                .toList();
    }

    @Test
    void noSentenceShowsAValueAsItIsStored() throws IOException {
        for (var example : examples()) {
            var type = event(example).type();
            for (var field : fields("household")) {
                if (!field.type().equals(type)) continue;
                for (var value : field.values()) {
                    var e = event(example);
                    if (value.length() == 1 || !say(e.payload(), field, value)) continue;
                    var sentence = Sentence.of(e, READER);
                    assertThat(sentence.zh() + " " + sentence.en())
                            .as("%s.%s", type, field.name())
                            .doesNotContainPattern("(?<![A-Z_])" + value + "(?![A-Z_])");
                }
            }
        }
    }

    @Test
    void aNoticeThatEndsIsToldApart() {
        var closed = told("NoticeClosed", "{'noticeId':'notice-9'}");
        assertThat(closed.zh()).isEqualTo("第二次公示期满(notice-9,张贴于村务公开栏)");
        assertThat(closed.en())
                .isEqualTo("the second public notice was closed (notice-9, posted at 村务公开栏)");
        assertThat(sentence("NoticeWithdrawn", "{'noticeId':'notice-9','reason':'名单有误'}"))
                .isEqualTo("第二次公示有误,撤回(notice-9,张贴于村务公开栏):名单有误");
        assertThat(sentence("NoticeClosed", "{'noticeId':'notice-none'}"))
                .isEqualTo("公示期满(notice-none)");
    }

    @Test
    void oneIsNotMany() {
        var one =
                told(
                        "ExitsReported",
                        "{'reportedTo':'县','year':2016,'households':1,'persons':1,'registerHouseholds':2,'registerPersons':21}");
        assertThat(one.en())
                .contains("1 household, 1 person;", "had 2 households, 21 persons that day");
        assertThat(told("AssessmentHeld", "{'attendance':1,'ballots':[{}]}").en())
                .contains("1 household put to the vote");
        assertThat(
                        OneOf.a(
                                "1 classes, 1 person-times of 1 persons; 2.1 persons, 11 votes, 2014-1 days"))
                .isEqualTo(
                        "1 class, 1 person-time of 1 person; 2.1 persons, 11 votes, 2014-1 days");
    }

    @Test
    void a_cause_without_a_term_stands_as_entered_in_quotes() {
        assertThat(sentence("HouseholdDissolved", "{'cause':'ALL_GONE','persons':0}"))
                .contains("事由:“ALL_GONE”");
        assertThat(sentence("HouseholdDissolved", "{'cause':'ALL_DECEASED','persons':0}"))
                .contains("事由:全户亡故");
    }

    /** 排除事项: a county may enact its own, whose code is no word. */
    @Test
    void anItemOfItsOwnStandsAsEnteredInQuotes() {
        assertThat(
                        sentence(
                                "ExclusionRuleEnacted",
                                "{'item':'SHOP','effect':'EXCLUDES','text':'有商铺的'}"))
                .startsWith("排除规则(“SHOP”,");
        assertThat(
                        sentence(
                                "ExclusionCleared",
                                "{'item':'SHOP','personId':'person-1','grounds':'已转让'}"))
                .contains("的“SHOP”比对结果");
        assertThat(sentence("MatchingListReceived", "{'item':'CAR','source':'车管所','entries':9}"))
                .isEqualTo("收到比对名单(车船大型机械):车管所,9 人");
    }

    @Test
    void anEndThatIsTakenBackSaysWhichAndWhy() {
        assertThat(
                        sentence(
                                "EndRevoked",
                                "{'ended':'REMOVAL','endedOn':'2014-11-01','persons':3,'reason':'误登'}"))
                .isEqualTo("撤销 2014-11-01 的清退(误登),3 人恢复原状:误登");
        assertThat(
                        sentence(
                                "EndRevoked",
                                "{'ended':'DISSOLUTION','endedOn':'2014-11-01','persons':3,'reason':'误登'}"))
                .contains("自然销户");
    }

    @Test
    void aRelapseOrAWatchThatIsTakenBackSaysOfWhichDayAndWhy() {
        assertThat(
                        sentence(
                                "RelapseRevoked",
                                "{'relapsedOn':'2017-03-01','persons':3,'reason':'误登为另一户'}"))
                .isEqualTo("撤销 2017-03-01 的返贫(误登),3 人恢复为脱贫,所占规模退回:误登为另一户");
        assertThat(sentence("MonitoringRevoked", "{'confirmedOn':'2018-03-16','reason':'误登为另一户'}"))
                .isEqualTo("撤销 2018-03-16 的纳入监测(误登):误登为另一户");
    }

    @Test
    void whatAFactAddsIsInItsSentence() {
        assertThat(
                        sentence(
                                "HouseholdRemoved",
                                "{'cause':'REVERIFIED_NOT_ELIGIBLE','persons':3,"
                                        + "'orderedBy':'省扶贫局','roundId':'round-1','roundRule':'HAS_CAR'}"))
                .contains("重新核实不符合条件", "按省扶贫局的要求", "家有小汽车的退", "核查轮次:五退八进");
        assertThat(
                        sentence(
                                "HouseholdRemoved",
                                "{'cause':'REVERIFIED_NOT_ELIGIBLE','persons':3,"
                                        + "'roundId':'round-1','roundRule':'HAS_CAR'}"))
                .startsWith("从名册移除 3 人");
        assertThat(
                        sentence(
                                "HouseholdRegistered",
                                "{'mainCause':'ILLNESS','persons':3,"
                                        + "'roundId':'round-1','roundRule':'OTHER_RULE'}"))
                .contains("OTHER_RULE");
        assertThat(
                        sentence(
                                "HouseholdRelapsed",
                                "{'cause':'ILLNESS','persons':3,"
                                        + "'roundId':'round-1','roundRule':'HAS_CAR'}"))
                .contains("返贫重新纳入 3 人", "因病", "家有小汽车的退", "核查轮次:五退八进");
        assertThat(
                        sentence(
                                "ExitsReported",
                                "{'year':2016,'households':57,'persons':209,'registerHouseholds':57,"
                                        + "'registerPersons':209,'reportedTo':'县','documentNo':'镇1号'}"))
                .contains("57 户 209 人(镇1号)", "与登记簿一致")
                .doesNotContain("不一致");
        assertThat(sentence("TrainingHeld", "{'classes':2,'personTimes':220,'persons':200}"))
                .contains("220 人次", "学员 200 人");
        assertThat(sentence("TrainingHeld", "{'classes':2,'personTimes':220}"))
                .doesNotContain("学员");
        assertThat(
                        sentence(
                                "PoorVillageFiguresCorrected",
                                "{'step':'EXIT','stepOn':'2017-10-01','poorPersons':21,'denominatorPersons':1390,"
                                        + "'denominator':'RURAL','incidenceBasisPoints':151,'reason':'误录'}"))
                .contains("2017-10-01 贫困村退出", "21 人/1390 人(农村户籍人口)", "1.51%", "误录");
        assertThat(sentence("MeasureItemEnacted", "{'code':'LABOUR','name':'外出务工'}"))
                .contains("外出务工(LABOUR)");
        assertThat(sentence("MeasureItemEnded", "{'code':'ECOLOGY'}")).contains("生态补偿");
        assertThat(sentence("MeasureAssigned", "{'measure':'LABOUR','scheme':'五个一批','persons':3}"))
                .contains("“LABOUR”");
        assertThat(sentence("ExclusionItemEnacted", "{'code':'SHOP','name':'有商铺','list':'不动产登记'}"))
                .contains("有商铺(SHOP)", "不动产登记");
        assertThat(
                        sentence(
                                "PovertyLineCorrected",
                                "{'year':2013,'lineFenPerYear':276300,'reason':'误录'}"))
                .contains("2013 年扶贫标准:应为 2763.00 元", "误录");
        assertThat(
                        sentence(
                                "RuleCorrected",
                                "{'code':'first-notice-days','value':10,'unit':'day','effectiveFrom':'2014-01-01','reason':'误录'}"))
                .contains("自 2014-01-01 起的规定第一次公示天数:应为 10", "误录");
        assertThat(
                        sentence(
                                "QuotaAdjusted",
                                "{'year':2014,'persons':16,'ceilingPersons':17,'documentNo':'9号','reason':'调剂'}"))
                .contains("2014 年规模调剂为 16 人,上限 17 人(9号)", "调剂");
        assertThat(
                        sentence(
                                "QuotaCorrected",
                                "{'year':2014,'amountOn':'2014-03-01','persons':927,'ceilingPersons':1019,'reason':'误录'}"))
                .contains("2014 年自 2014-03-01 起的规模:应为 927 人,上限 1019 人", "误录");
        assertThat(sentence("VillageExitRechecked", "{'confirmed':false}")).contains("不合格");
        assertThat(sentence("VillageExitRechecked", "{'confirmed':true}"))
                .contains("合格")
                .doesNotContain("不合格");
        assertThat(sentence("CausesCorrected", "{'mainCause':'WATER','relapsedOn':'2017-03-01'}"))
                .contains("2017-03-01返贫");
        assertThat(
                        sentence(
                                "RelapseIncomeCorrected",
                                "{'relapsedOn':'2017-03-01','incomeYear':2016,'incomeFenPerHead':120000,'reason':'误录'}"))
                .contains("2017-03-01返贫", "2016 年人均纯收入应为 1200.00 元", "误录");
        assertThat(sentence("StaffAppointed", "{'kind':'OFFICER','persons':4}"))
                .contains("扶贫专干 4 人");
        assertThat(sentence("HouseholdVisited", "{'purpose':'VISIT','channel':'PHONE'}"))
                .contains("电话走访")
                .doesNotContain("入户");
        assertThat(
                        sentence(
                                "PaymentRequested",
                                "{'amountFen':25000,'payee':{'kind':'HOUSEHOLD','householdId':'household-1','personId':'person-7'}}"))
                .isEqualTo("申请拨付 250.00 元,付入成员 李* 的账户;收款方类别:农户");
        assertThat(sentence("PaymentRequested", "{'amountFen':25000,'payee':{'kind':'SUPPLIER'}}"))
                .isEqualTo("申请拨付 250.00 元;收款方类别:供应商");
        assertThat(
                        sentence(
                                "HouseholdMoved",
                                "{'fromRegion':'513423199201','region':'513423199202',"
                                        + "'reason':'OTHER','persons':3}"))
                .contains("原在 甲村");
        assertThat(
                        sentence(
                                "HelperAppraised",
                                "{'helperId':'helper-9','year':2015,'grade':'EXCELLENT'}"))
                .contains("县水务局 helper-9", "优秀");
    }

    @Test
    void whatSomebodyWroteStaysAsItWasWritten() {
        var note = "1 households, 1 persons %s %d";
        assertThat(told("HouseholdVisited", "{'purpose':'VISIT','note':'" + note + "'}"))
                .isEqualTo(
                        new Sentence(
                                "帮扶人员入户(走访);记录:" + note, "visited at home (visit); note: " + note));
        assertThat(
                        told(
                                        "InspectionHeld",
                                        "{'inspectedBy':'1 members','findings':'" + note + "'}")
                                .en())
                .isEqualTo("an inspection was held by 1 members: " + note);
        assertThat(told("TrainingHeld", "{'classes':1,'personTimes':1,'persons':1}").en())
                .isEqualTo("training held: 1 class, 1 person-time of 1 person");
        assertThat(told("StaffAppointed", "{'kind':'DATA_CLERK','persons':1}").en())
                .isEqualTo("1 data clerk appointed");
    }

    @Test
    void aChangedNumberIsToldAndNeverTheNumber() {
        assertThat(
                        told(
                                "MemberDescribed",
                                "{'personId':'person-7','details':{},'sealed':'c2VhbGVk','numbers':['PHONE','CARD_NUMBER']}"))
                .isEqualTo(
                        new Sentence(
                                "登记成员 李* 的情况;登记或变更号码:电话、银行卡号",
                                "member 李* described; numbers recorded or changed: phone, card number"));
    }

    @Test
    void whoDidItIsCalledByName() {
        assertThat(
                        sentence(
                                "HelperAssigned",
                                "{'helperId':'helper-9','helperUnit':'县水务局','helperKind':'LEADER'}"))
                .isEqualTo("明确帮扶责任人 县水务局 helper-9(领导)");
        assertThat(sentence("HouseholdVisited", "{'purpose':'VISIT','visitedBy':'helper-9'}"))
                .endsWith(";走访人:县水务局 helper-9");
        assertThat(sentence("ExitVerified", "{'incomeYear':2015,'verifiers':['甲','乙','丙']}"))
                .endsWith(";核实人:甲、乙、丙");
        assertThat(
                        sentence(
                                "FirstSecretaryRecalled",
                                "{'staffId':'staff-1','reason':'期满','successor':{'staffId':'helper-9','unit':'县林业局'}}"))
                .endsWith(";人员:staff-1;接任:县水务局 helper-9(县林业局)");
    }

    @Test
    void aSamplingTellsWhatWasFoundOfTheHousehold() {
        var sampled =
                "{'householdIds':['household-none','household-2'],'found':["
                        + "{'householdId':'household-none','finding':'缺签字'},"
                        + "{'householdId':'household-2','finding':'缺照片'}]}";
        assertThat(sentence("ArchivesSampled", sampled))
                .contains("抽查档案 2 户,发现问题 2 处;发现问题:缺签字")
                .doesNotContain("缺照片");
    }

    private static String sentence(String type, String json) {
        return told(type, json).zh();
    }

    private static Sentence told(String type, String json) {
        return Sentence.of(
                event(type, JsonMapper.shared().readTree(json.replace('\'', '"'))), READER);
    }

    private static final List<String> SERVICES =
            List.of("household", "project", "funding", "reporting");

    private static final Sentence.Reader READER =
            new Sentence.Reader(
                    "household-none",
                    Map.of("person-7", "李*")::get,
                    (_, name) -> name,
                    (_, name) -> name,
                    new Sentence.Known(
                            Map.of("513423199201", "甲村"),
                            Map.of("round-1", "五退八进"),
                            Map.of("round-1/HAS_CAR", "家有小汽车的退"),
                            Map.of("helper-9", "县水务局"),
                            Map.of("notice-9", new NoticeNames.Posted("SECOND", "村务公开栏")),
                            ItemNames.NONE));

    /** In which list of words a field's values are, where not under its own name. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("AssessmentHeld.kind", "assessment"),
                    Map.entry("AnnouncementPublished.kind", "announcement"),
                    Map.entry("MeetingHeld.kind", "meeting"),
                    Map.entry("EvidenceStored.kind", "evidence"),
                    Map.entry("HoldPlaced.kind", "hold"),
                    Map.entry("StaffAppointed.kind", "staff"),
                    Map.entry("StaffReleased.kind", "staff"),
                    Map.entry("WorkTeamFormed.kind", "team"),
                    Map.entry("PaymentRequested.kind", "payee"),
                    Map.entry("HelperAppraised.grade", "appraisal"),
                    Map.entry("HouseholdVisited.channel", "visit"),
                    Map.entry("VisitTakenBack.channel", "visit"),
                    Map.entry("MeetingTakenBack.kind", "meeting"),
                    Map.entry("HouseholdVisited.purpose", "visit purpose"),
                    Map.entry("HouseholdApplied.reason", "separation"),
                    Map.entry("HouseholdOnFileApplied.reason", "separation"),
                    Map.entry("HouseholdRecorded.reason", "separation"),
                    Map.entry("MemberJoined.reason", "joining"),
                    Map.entry("HeadChanged.relationOfFormerHead", "relation"),
                    Map.entry("ResultSigned.projectTypes", "project"),
                    Map.entry("BenefitLinkSigned.kind", "benefitLink"),
                    Map.entry("BenefitLinkEnded.reason", "benefitLinkEnd"),
                    Map.entry("PersonalDataRevealed.fields", "personal"),
                    Map.entry("MemberDescribed.numbers", "personal"),
                    Map.entry("AppropriationReceived.sourceLevel", "level"),
                    Map.entry("PolicyEnded.reason", "policyEnd"));

    private record Field(String type, String name, List<String> values) {
        String words() {
            // files stand in many events
            if (values.contains("SIGNED_NOTICE")) return "evidence";
            return WORDS.getOrDefault(type + "." + name, name);
        }
    }

    private static List<Field> fields(String service) throws IOException {
        var schemas = Path.of("..", service + "-service", "contract", "schemas");
        var fields = new ArrayList<Field>();
        try (Stream<Path> files = Files.walk(schemas)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var schema = JsonMapper.shared().readTree(file.toFile());
                collect(schema.get("title").asString(), "", schema, fields);
            }
        }
        return fields;
    }

    private static void collect(String type, String name, JsonNode schema, List<Field> fields) {
        if (schema.path("enum").isArray()) {
            var values = new ArrayList<String>();
            schema.get("enum").forEach(value -> values.add(value.asString()));
            fields.add(new Field(type, name, values));
        }
        schema.path("properties")
                .properties()
                .forEach(below -> collect(type, below.getKey(), below.getValue(), fields));
        if (schema.path("items").isObject()) collect(type, name, schema.get("items"), fields);
    }

    /** Puts the value wherever the example has another one of the field. */
    private static boolean say(JsonNode node, Field field, String value) {
        var said = false;
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var below = object.get(name);
                var isOf = name.equals(field.name());
                if (isOf && below.isString() && field.values().contains(below.asString())) {
                    object.put(name, value);
                    said = true;
                } else {
                    said |= say(below, field, value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (var below : array) said |= say(below, field, value);
        }
        return said;
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static LifeEvent event(Path example) {
        JsonNode payload = JsonMapper.shared().readTree(example.toFile());
        return event(example.getFileName().toString().replaceAll("\\..*", ""), payload);
    }

    private static LifeEvent event(String type, JsonNode payload) {
        return new LifeEvent(
                "household",
                type,
                1,
                "e",
                payload.path("householdId").asString("stream"),
                0,
                1,
                Instant.EPOCH,
                LocalDate.parse(payload.path("occurredOn").asString("2014-01-01")),
                payload.path("region").asString("513423199201"),
                "",
                JsonMapper.shared().createObjectNode(),
                payload,
                true);
    }
}
