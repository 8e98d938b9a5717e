package cn.fupin.reporting.testing;

import static cn.fupin.reporting.testing.Township.household;
import static cn.fupin.reporting.testing.Township.listed;
import static cn.fupin.reporting.testing.Township.moved;
import static cn.fupin.reporting.testing.Township.said;

/**
 * A township that was joined to {@link Township}: all that is held and formed in a region, and
 * lives with everything that a household's life can bring.
 */
public final class OtherTownship {
    public static final String CODE = Township.OTHER_CODE;
    public static final String VILLAGE = "513423198201";
    public static final String LOST_VILLAGE = "513423198202";

    /** What {@link #VILLAGE} became. */
    public static final String VILLAGE_TODAY = "513423199203";

    public static final int FAMILY = 11;
    public static final int IN_LAWS = 12;
    public static final int WATCHED = 13;

    private OtherTownship() {}

    public static Feed story(Feed feed) {
        places(feed);
        work(feed);
        lives(feed);
        Township.superseded(feed, VILLAGE, "2018-05-01", VILLAGE_TODAY);
        Township.superseded(feed, LOST_VILLAGE, "2018-05-01");
        Township.superseded(feed, CODE, "2018-05-01", Township.CODE);
        claims(feed);
        return feed;
    }

    private static void places(Feed feed) {
        listed(feed, CODE, "原__乡", "TOWNSHIP", "513423000000", null, true);
        listed(feed, VILLAGE, "甲村", "VILLAGE", CODE, null, true);
        listed(feed, LOST_VILLAGE, "乙村", "VILLAGE", CODE, "VILLAGE_COMMITTEE", true);
        listed(feed, "513423198203", "街道居委会", "VILLAGE", CODE, "RESIDENTS_COMMITTEE", true);
        listed(feed, "513423198204", "矿区管理服务中心", "VILLAGE", CODE, "SERVICE_CENTRE", true);
        listed(feed, VILLAGE_TODAY, "甲村", "VILLAGE", Township.CODE, null, true);
        measured(feed, CODE, "rural-population", "700", "person");
        measured(feed, CODE, "population", "800", "person");
        measured(feed, "513423000000", "key-villages-of-county", "84", "village");
    }

    private static void measured(
            Feed feed, String region, String measure, String value, String unit) {
        region(
                feed,
                region,
                "RegionFactRecorded",
                "'measure':'%s','value':%s,'unit':'%s','approximate':false"
                        .formatted(measure, value, unit),
                "2013-12-31");
    }

    /** An event of the region with these fields beside its code, its mark and its day. */
    public static void region(Feed feed, String region, String type, String fields, String on) {
        feed.household(
                "region-" + region,
                type,
                "{'region':'%s',%s'assumed':false,'occurredOn':'%s'}"
                        .formatted(region, fields.isEmpty() ? "" : fields + ",", on));
    }

    private static void work(Feed feed) {
        region(feed, CODE, "MeetingHeld", "'kind':'MOBILISATION','title':'精准扶贫动员会'", "2014-02-10");
        region(
                feed,
                CODE,
                "PolicyDocumentIssued",
                "'documentNo':'沐委发〔2014〕6号','title':'精准扶贫实施方案','issuedBy':'县委'",
                "2014-02-12");
        region(feed, VILLAGE, "PoorVillageIdentified", "'decidedBy':{'body':'县扶贫局'}", "2014-03-01");
        region(feed, VILLAGE, "VillageExitRechecked", "'decidedBy':{'body':'县扶贫局'}", "2016-12-01");
        region(
                feed,
                VILLAGE,
                "WorkTeamFormed",
                "'team':'甲村工作队','kind':'RESIDENT','level':'COUNTY','units':['县安监局','县残联']",
                "2014-05-01");
        region(
                feed,
                CODE,
                "WorkTeamFormed",
                "'team':'第一调查组','kind':'SURVEY_GROUP','level':'TOWNSHIP','units':[]",
                "2014-03-05");
        region(feed, CODE, "StaffAppointed", "'kind':'OFFICER','persons':4", "2014-03-01");
        region(
                feed,
                VILLAGE,
                "UnitContactAssigned",
                "'unit':'县安监局','households':2,'householdIds':['%s','%s']"
                        .formatted(household(FAMILY), household(IN_LAWS)),
                "2014-06-01");
        region(
                feed,
                CODE,
                "TrainingHeld",
                "'classes':2,'personTimes':220,'persons':200",
                "2014-07-01");
        for (var day : new String[] {"2014-03-10", "2014-03-10", "2014-03-11"}) {
            region(feed, CODE, "SurveyRoundHeld", "", day);
        }
        feed.household(
                "rule-513423000000-helper-households-max",
                "RuleEnacted",
                """
                {'ruleId':'rule-513423000000-helper-households-max','region':'513423000000',
                 'code':'helper-households-max','value':5,'unit':'household','effectiveFrom':'2014-01-01',
                 'source':'结对帮扶办法','assumed':true,'occurredOn':'2014-01-01'}
                """);
    }

    private static void lives(Feed feed) {
        Township.opened(feed, "HouseholdApplied", FAMILY, 5, VILLAGE, "2014-04-01");
        Township.surveyed(feed, FAMILY, 180_000, "2014-04-08");
        Township.registered(feed, FAMILY, 5, "2014-06-30");
        Township.opened(feed, "HouseholdApplied", IN_LAWS, 3, LOST_VILLAGE, "2014-04-01");
        Township.registered(feed, IN_LAWS, 3, "2014-06-30");
        said(
                feed,
                "HelperAssigned",
                FAMILY,
                "'helperId':'helper-9','helperUnit':'镇政府','helperKind':'LEADER'",
                "2014-07-15");
        said(
                feed,
                "PlanAdopted",
                FAMILY,
                "'kind':'THREE_YEAR','fromYear':2014,'toYear':2016,'measures':['INDUSTRY','MEDICAL']",
                "2014-08-01");
        said(
                feed,
                "MeasureAssigned",
                FAMILY,
                "'measure':'INDUSTRY','scheme':'五个一批','persons':5",
                "2014-08-01");
        said(
                feed,
                "HouseholdVisited",
                FAMILY,
                "'visitedBy':'helper-9','purpose':'INCOME_CHECK'",
                "2014-09-02");
        said(
                feed,
                "HouseholdVisited",
                FAMILY,
                "'visitedBy':'helper-9','channel':'PHONE'",
                "2014-09-20");
        Township.joined(feed, FAMILY, 5, "BIRTH", "2015-01-20");
        Township.married(feed, FAMILY, 1, IN_LAWS, "2015-02-14");
        income(feed, 2014, 260_000, "2015-03-01");
        said(
                feed,
                "HouseholdReverified",
                FAMILY,
                "'round':'五退八进','decidedBy':{'body':'县扶贫局'},'persons':5",
                "2015-06-01");
        said(
                feed,
                "ExitPlanned",
                FAMILY,
                "'year':2015,'decidedBy':{'body':'乡政府'},'persons':5",
                "2015-07-01");
        moved(feed, "HouseholdExited", FAMILY, 5, "2015-12-20");
        said(feed, "MonitoringClueRaised", FAMILY, "'source':'FARMER_REPORT'", "2016-03-01");
        said(
                feed,
                "MonitoringChecked",
                FAMILY,
                """
                'checkers':['甲','乙'],'authorisationSignedBy':'person-11-0','incomeYear':2015,'incomeFenPerHead':290000,
                'risk':'ILLNESS'
                """
                        .strip(),
                "2016-03-04");
        said(
                feed,
                "MonitoringConfirmed",
                FAMILY,
                """
                'kind':'UNSTABLE_EXITED','noticeId':'%s','decidedBy':{'body':'县扶贫局'},'clueOn':'2016-03-01','persons':5
                """
                        .formatted(Township.NOTICE)
                        .strip(),
                "2016-03-12");
        said(
                feed,
                "MemberLeft",
                FAMILY,
                "'personId':'person-11-0','reason':'DEATH','newHead':'person-11-2','persons':4",
                "2016-06-01");
        Township.opened(feed, "HouseholdRecorded", WATCHED, 2, VILLAGE, "2016-02-01");
        said(
                feed,
                "MonitoringConfirmed",
                WATCHED,
                "'kind':'MARGINAL','noticeId':'n','decidedBy':{'body':'县扶贫局'},'clueOn':'2016-03-01','persons':2",
                "2016-03-12");
        said(
                feed,
                "RiskEliminated",
                WATCHED,
                "'incomeYear':2016,'incomeFenPerHead':500000,'decidedBy':{'body':'县扶贫局'}",
                "2017-02-01");
        said(feed, "HouseholdDissolved", IN_LAWS, "'cause':'MOVED_AWAY','persons':4", "2017-09-01");
        income(feed, 2014, 270_000, "2015-03-02");
        said(
                feed,
                "MemberIdentified",
                WATCHED,
                """
                'personId':'person-13-1','identifiedAs':'person-13-1b','member':{'personId':'person-13-1b',
                 'maskedName':'吉**','relation':'CHILD','sex':'MALE','birthYear':1970,'sealed':'AAAA'}
                """
                        .strip(),
                "2017-03-01");
        Township.erased(feed, "person-12-2", "2018-01-05");
    }

    private static void income(Feed feed, int year, long incomeFenPerHead, String on) {
        said(
                feed,
                "IncomeRecorded",
                FAMILY,
                "'incomeYear':%d,'netIncomeFen':%d,'incomeFenPerHead':%d"
                        .formatted(year, incomeFenPerHead * 5, incomeFenPerHead),
                on);
    }

    private static void claims(Feed feed) {
        claimed(feed, CODE, "persons-registered", "2014-12-31", 8, "'divisions':'then'");
        claimed(
                feed,
                CODE,
                "persons-registered",
                "2015-12-31",
                4,
                """
                'openQuestion':{'zh':'人数为何减少','en':'why there are fewer','candidates':[
                 {'zh':'已脱贫','en':'they exited'},{'zh':'自然减少','en':'natural change'}]}
                """
                        .strip());
        claimed(feed, Township.CODE, "households-on-file", "2014-12-31", 4, "'divisions':'today'");
    }

    private static void claimed(
            Feed feed, String region, String figure, String day, int value, String more) {
        var unit = figure.startsWith("persons") ? "person" : "household";
        feed.add(
                "reporting",
                "claim-%s-%s-%s".formatted(region, figure, day),
                "FigureClaimed",
                """
                {'claimId':'claim-%1$s-%2$s-%3$s','region':'%1$s','figure':'%2$s','phraseZh':'合并前的话','value':%4$d,'unit':'%5$s',
                 'approximate':false,'claimedFor':'%3$s','source':'乡镇总结','occurredOn':'2019-01-10',%6$s}
                """
                        .formatted(region, figure, day, value, unit, more));
    }

    /** The household's id, as the pages show it. */
    public static String family() {
        return household(FAMILY);
    }
}
