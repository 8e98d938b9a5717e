package cn.fupin.reporting.testing;

import static cn.fupin.reporting.testing.OtherTownship.region;
import static cn.fupin.reporting.testing.Township.household;
import static cn.fupin.reporting.testing.Township.joined;
import static cn.fupin.reporting.testing.Township.listed;
import static cn.fupin.reporting.testing.Township.opened;
import static cn.fupin.reporting.testing.Township.registered;
import static cn.fupin.reporting.testing.Township.said;

/**
 * A township whose households are corrected, described, suspended, moved, helped and looked into.
 */
public final class LaterTownship {
    public static final String CODE = "513423197000";
    public static final String VILLAGE = "513423197201";
    public static final String NEXT_VILLAGE = "513423197202";

    public static final int HOUSEHOLD = 21;
    public static final int MERGED = 22;
    public static final int SPLIT_OFF = 23;
    public static final int SUSPENDED = 24;
    public static final int WITHDREW = 25;

    public static final String BATCH = "batch-00000000-0000-0000-0000-000000000001";
    public static final String ROUND = "round-00000000-0000-0000-0000-000000000001";
    public static final String EVIDENCE = "evidence-00000000-0000-0000-0000-000000000001";
    public static final String COMPLAINT = "complaint-00000000-0000-0000-0000-000000000001";
    public static final String NEWBORN = "person-21-3";
    public static final String IDENTIFIED = "person-21-3b";

    private static final String DECIDED = "'decidedBy':{'body':'县扶贫局','documentNo':'扶〔2016〕1号'}";
    private static final String CORRECTED =
            "'authority':{'body':'县扶贫局'},'reason':'登记有误','approvedBy':'王站长'";
    private static final String FILE =
            "'evidence':[{'evidenceId':'%s','kind':'FORM','sha256':'%s','mediaType':'application/pdf','bytes':9}]"
                    .formatted(EVIDENCE, "0".repeat(64));

    private LaterTownship() {}

    public static Feed story(Feed feed) {
        places(feed);
        feed.household(
                EVIDENCE,
                "EvidenceStored",
                """
                {'evidenceId':'%s','region':'%s','kind':'FORM','sha256':'%s','mediaType':'application/pdf','bytes':9,
                 'occurredOn':'2014-03-20'}
                """
                        .formatted(EVIDENCE, VILLAGE, "0".repeat(64)));
        feed.household(
                BATCH,
                "BatchOpened",
                """
                {'batchId':'%s','region':'%s','year':2014,'title':'2014年申请','appliesFrom':'2014-03-01',
                 'appliesUntil':'2014-04-30','assumed':true,'occurredOn':'2014-03-01'}
                """
                        .formatted(BATCH, VILLAGE));
        applied(feed, HOUSEHOLD, 3);
        for (var other : new int[] {MERGED, SUSPENDED}) {
            opened(feed, "HouseholdApplied", other, 2, VILLAGE, "2014-04-01");
            registered(feed, other, 2, "2014-06-30");
        }
        opened(feed, "HouseholdApplied", WITHDREW, 2, VILLAGE, "2014-04-01");
        said(
                feed,
                "HouseholdWithdrew",
                WITHDREW,
                "'stage':'APPLIED','signedBy':'person-25-0','reason':'不愿公示'",
                "2014-04-20");
        registered(feed, HOUSEHOLD, 3, "2014-06-30");
        described(feed);
        corrected(feed);
        helped(feed);
        leftOut(feed);
        overseen(feed);
        return feed;
    }

    private static void places(Feed feed) {
        listed(feed, CODE, "后__乡", "TOWNSHIP", "513423000000", null, true);
        listed(feed, VILLAGE, "丙村", "VILLAGE", CODE, null, true);
        listed(feed, NEXT_VILLAGE, "丁村", "VILLAGE", CODE, null, true);
        region(
                feed,
                VILLAGE,
                "VillageGroupListed",
                "'group':'01','name':'一组','households':30",
                "2014-01-01");
        region(
                feed,
                VILLAGE,
                "VillageGroupListed",
                "'group':'02','name':'二组','households':20",
                "2014-01-01");
        region(
                feed,
                VILLAGE,
                "VillageGroupEnded",
                "'group':'02','successors':['01']",
                "2016-01-01");
        region(
                feed,
                NEXT_VILLAGE,
                "RegionRenamed",
                "'name':'新丁村','formerName':'丁村','documentNo':'县府〔2015〕1号'",
                "2015-05-01");
        region(
                feed,
                VILLAGE,
                "PoorVillageIdentified",
                DECIDED + ",'criteria':{'incidenceBasisPoints':3000}",
                "2014-03-01");
        region(
                feed,
                VILLAGE,
                "FirstSecretaryAppointed",
                "'staffId':'staff-1','unit':'县文旅局'," + DECIDED,
                "2015-08-01");
        region(feed, VILLAGE, "HelperUnitAssigned", "'unit':'县文旅局'," + DECIDED, "2015-08-01");
        region(
                feed,
                VILLAGE,
                "WorkTeamFormed",
                "'team':'丙村工作队','kind':'RESIDENT','level':'COUNTY','units':['县文旅局']",
                "2015-08-01");
        region(
                feed,
                VILLAGE,
                "WorkTeamStaffed",
                "'team':'丙村工作队','members':[{'staffId':'staff-1','unit':'县文旅局','leader':true}]",
                "2015-08-02");
        region(
                feed,
                VILLAGE,
                "PoorVillageExited",
                "'poorPersons':1,'denominatorPersons':900,'denominator':'RURAL','incidenceBasisPoints':11,'mostBasisPoints':300,"
                        + DECIDED,
                "2017-11-01");
        region(
                feed,
                VILLAGE,
                "WorkTeamWithdrawn",
                "'team':'丙村工作队','reason':'村已退出'," + DECIDED,
                "2018-01-01");
        region(
                feed,
                VILLAGE,
                "FirstSecretaryRecalled",
                "'staffId':'staff-1','reason':'期满'," + DECIDED,
                "2018-01-01");
        region(
                feed,
                VILLAGE,
                "HelperUnitReleased",
                "'unit':'县文旅局','reason':'期满'," + DECIDED,
                "2018-01-01");
        region(
                feed,
                CODE,
                "LeadingGroupFormed",
                "'group':'领导小组','leader':'乡长','deputies':[],'members':['民政所']",
                "2014-02-01");
        region(
                feed,
                VILLAGE,
                "VillageNoticePosted",
                "'step':'EXIT','place':'村务公开栏','lastDays':7",
                "2017-10-20");
        region(
                feed,
                VILLAGE,
                "VillageObjectionRaised",
                "'step':'EXIT','grounds':'饮水未通'",
                "2017-10-22");
        region(
                feed,
                VILLAGE,
                "VillageObjectionSettled",
                "'step':'EXIT','upheld':false,'handling':'已通水'," + DECIDED,
                "2017-10-24");
        region(feed, VILLAGE, "VillageNoticeClosed", "'step':'EXIT'", "2017-10-28");
        region(
                feed,
                CODE,
                "RegionPlanAdopted",
                "'span':'THREE_YEAR','fromYear':2015,'toYear':2017,'title':'三年规划'," + DECIDED,
                "2015-01-20");
    }

    private static void applied(Feed feed, int household, int persons) {
        var members = new StringBuilder();
        for (var i = 0; i < persons; i++) {
            members.append(i == 0 ? "" : ",")
                    .append(
                            "{'personId':'person-%d-%d','maskedName':'木**','relation':'%s','sex':'MALE','birthYear':1970}"
                                    .formatted(household, i, i == 0 ? "HEAD" : "CHILD"));
        }
        feed.household(
                household(household),
                "HouseholdApplied",
                """
                {'householdId':'%s','region':'%s','group':'一组','head':'person-%d-0','members':[%s],'batchId':'%s',%s,
                 'assumed':true,'occurredOn':'2014-04-01'}
                """
                        .formatted(household(household), VILLAGE, household, members, BATCH, FILE));
    }

    private static void described(Feed feed) {
        said(
                feed,
                "HouseholdDescribed",
                HOUSEHOLD,
                """
                'details':{'dwelling':{'areaSquareMetres':80.5,'structure':'EARTH','dangerGrade':'C'},
                 'water':{'safe':false,'source':'SPRING'},'way':{'road':'EARTH','toMainRoadMetres':300}}
                """
                        .strip(),
                "2014-07-01");
        said(
                feed,
                "HouseholdDescribed",
                HOUSEHOLD,
                "'details':{'dwelling':{'areaSquareMetres':100,'structure':'BRICK_CONCRETE'}}",
                "2016-07-01");
        said(feed, "HouseholdNumbered", HOUSEHOLD, "'householdNumber':'5134230007A'", "2014-07-01");
        said(
                feed,
                "MemberDescribed",
                HOUSEHOLD,
                "'personId':'person-21-1','details':{'relation':'SPOUSE','education':'PRIMARY','health':'CHRONIC_ILLNESS','skills':['养蜂']}",
                "2014-07-01");
        said(
                feed,
                "MemberJoined",
                HOUSEHOLD,
                """
                'member':{'personId':'%s','maskedName':'木*','relation':'CHILD','sex':'FEMALE','birthYear':2014,
                 'withoutNumber':'NEWBORN'},'reason':'BIRTH','persons':4
                """
                        .formatted(NEWBORN)
                        .strip(),
                "2014-09-01");
        said(
                feed,
                "MemberIdentified",
                HOUSEHOLD,
                """
                'personId':'%s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'木*','relation':'CHILD',
                 'sex':'FEMALE','birthYear':2014}
                """
                        .formatted(NEWBORN, IDENTIFIED)
                        .strip(),
                "2015-03-01");
        said(
                feed,
                "HouseholdReclassified",
                HOUSEHOLD,
                "'standard':'PROVINCIAL','householdType':'DIBAO','mainCause':'ILLNESS','otherCauses':['LABOUR'],"
                        + DECIDED,
                "2015-04-01");
        said(
                feed,
                "ExclusionCleared",
                HOUSEHOLD,
                "'personId':'person-21-1','item':'CAR','grounds':'车已报废'," + DECIDED,
                "2014-06-01");
    }

    /** Two households were one, and one was two. */
    private static void corrected(Feed feed) {
        for (var person = 0; person < 2; person++) {
            feed.household(
                    household(HOUSEHOLD),
                    "MemberJoined",
                    """
                    {'householdId':'%s','member':{'personId':'person-22-%d','maskedName':'阿**','relation':'OTHER','sex':'MALE',
                     'birthYear':1970},'reason':'MERGER','fromHouseholdId':'%s','persons':%d,'assumed':true,
                     'occurredOn':'2015-07-01'}
                    """
                            .formatted(
                                    household(HOUSEHOLD), person, household(MERGED), person + 5));
        }
        said(
                feed,
                "HouseholdMerged",
                MERGED,
                "'intoHouseholdId':'%s','persons':2,%s".formatted(household(HOUSEHOLD), CORRECTED),
                "2015-07-01");
        said(
                feed,
                "HouseholdSplit",
                HOUSEHOLD,
                "'newHouseholdId':'%s','personIds':['person-21-0','person-22-1'],'newHead':'person-21-1','persons':4,%s"
                        .formatted(household(SPLIT_OFF), CORRECTED),
                "2015-08-01");
        feed.household(
                household(SPLIT_OFF),
                "HouseholdSplitOff",
                """
                {'householdId':'%s','fromHouseholdId':'%s','region':'%s','group':'一组','head':'person-21-0','members':[
                 {'personId':'person-21-0','maskedName':'木**','relation':'HEAD','sex':'MALE','birthYear':1970},
                 {'personId':'person-22-1','maskedName':'阿**','relation':'OTHER','sex':'MALE','birthYear':1970}],
                 'persons':2,'standing':'REGISTERED','registeredOn':'2014-06-30','standard':'NATIONAL',
                 'householdType':'GENERAL','mainCause':'ILLNESS','otherCauses':[],%s,'assumed':true,'occurredOn':'2015-08-01'}
                """
                        .formatted(household(SPLIT_OFF), household(HOUSEHOLD), VILLAGE, CORRECTED));
        said(
                feed,
                "HouseholdSuspended",
                SUSPENDED,
                "'persons':2,'cause':'UNDER_INVESTIGATION'," + DECIDED,
                "2015-02-01");
        joined(feed, SUSPENDED, 2, "BIRTH", "2015-03-01");
        said(
                feed,
                "HouseholdResumed",
                SUSPENDED,
                "'persons':3,'grounds':'核查无误'," + DECIDED,
                "2015-05-01");
        feed.household(
                household(SPLIT_OFF),
                "HouseholdMoved",
                """
                {'householdId':'%s','region':'%s','fromRegion':'%s','group':'三组','reason':'RELOCATION','persons':2,
                 'assumed':true,'occurredOn':'2016-03-01'}
                """
                        .formatted(household(SPLIT_OFF), NEXT_VILLAGE, VILLAGE));
    }

    private static void helped(Feed feed) {
        Township.helped(feed, HOUSEHOLD, "2014-08-01");
        said(
                feed,
                "QuarterChecked",
                HOUSEHOLD,
                "'year':2015,'quarter':1,'netIncomeFen':300000,'spentFen':150000,'persons':4,'checkedBy':'helper-1'",
                "2015-04-02");
        said(
                feed,
                "HandbookIssued",
                HOUSEHOLD,
                "'number':'SC-0001','printedOn':'2014-08-01','issuedBy':'县扶贫局'",
                "2014-08-20");
        said(
                feed,
                "PlanAdopted",
                HOUSEHOLD,
                "'kind':'YEARLY','fromYear':2015,'toYear':2015,'measures':['INDUSTRY'],'goals':[{'year':2015,'incomeFenPerHead':300000}],"
                        + "'planned':[{'code':'1','year':2015,'measure':'INDUSTRY','content':'养猪','quantity':10,'unit':'头'}]",
                "2015-01-08");
        said(
                feed,
                "PlannedMeasureDone",
                HOUSEHOLD,
                "'kind':'YEARLY','fromYear':2015,'code':'1','quantity':10",
                "2015-05-08");
        said(feed, "ClearCardIssued", HOUSEHOLD, "'year':2015,'issuedBy':'乡政府'", "2015-01-10");
        said(
                feed,
                "ResultSigned",
                HOUSEHOLD,
                "'year':2015,'projectTypes':['RAIN_AND_DEW','INDUSTRY'],'signedBy':'person-21-1'",
                "2015-12-20");
        said(
                feed,
                "BenefitLinkSigned",
                HOUSEHOLD,
                "'contract':'2015-17','partner':'县茶叶公司','kind':'SHARES','stakeFen':2000000,'until':'2018-12-31'",
                "2015-03-10");
        said(
                feed,
                "DividendReceived",
                HOUSEHOLD,
                "'contract':'2015-17','partner':'县茶叶公司','year':2015,'amountFen':186000",
                "2015-12-28");
        said(
                feed,
                "BenefitLinkEnded",
                HOUSEHOLD,
                "'contract':'2015-17','partner':'县茶叶公司','reason':'DISSOLVED'",
                "2015-12-30");
        said(
                feed,
                "PolicyAppliedFor",
                HOUSEHOLD,
                "'policy':'RAIN_AND_DEW','details':{'schoolYear':2015},'wholeHousehold':false,'recipients':['person-21-2']",
                "2015-06-01");
        said(
                feed,
                "PolicyGranted",
                HOUSEHOLD,
                "'policy':'RELOCATION','details':{'placement':'CONCENTRATED','settlement':'浯溪安置点'},'wholeHousehold':true,'recipients':['person-21-1','person-21-2'],"
                        + DECIDED,
                "2015-06-02");
        said(
                feed,
                "PolicyGranted",
                HOUSEHOLD,
                "'policy':'SUBSISTENCE_ALLOWANCE','details':{},'wholeHousehold':false,'recipients':['person-21-1','person-21-2'],"
                        + DECIDED,
                "2015-06-03");
        said(
                feed,
                "PolicyEnded",
                HOUSEHOLD,
                "'policy':'SUBSISTENCE_ALLOWANCE','details':{},'recipients':['person-21-2'],'reason':'NOT_ELIGIBLE','note':'已就业'",
                "2015-09-01");
        said(feed, "ExitProposed", HOUSEHOLD, "'decidedBy':{'body':'村委会'}", "2015-10-01");
        said(feed, "ExitWithdrawn", HOUSEHOLD, "'reason':'收入不稳定'," + DECIDED, "2015-10-20");
        said(
                feed,
                "HouseholdExited",
                HOUSEHOLD,
                "'noticeId':'n','persons':4," + DECIDED,
                "2016-12-20");
        said(
                feed,
                "HelperReleased",
                HOUSEHOLD,
                "'helperId':'h','exitedOn':'2016-12-20','reason':'帮扶期满'," + DECIDED,
                "2020-01-02");
        said(
                feed,
                "MonitoringHelperReleased",
                HOUSEHOLD,
                "'helperId':'h','monitoredUntil':'2020-01-03','reason':'风险消除'," + DECIDED,
                "2020-01-04");
    }

    /** 漏评: of one that has a file, and of somebody who has none yet. */
    private static void leftOut(Feed feed) {
        omission(
                feed,
                "OmissionRaised",
                "'omissionId':'omission-1','householdId':'%s','grounds':'家中有人患病','channel':'HOTLINE'"
                        .formatted(HOUSEHOLD),
                "2014-05-23");
        omission(
                feed,
                "OmissionSettled",
                "'omissionId':'omission-1','householdId':'%s','upheld':true,'handling':'已核实','revisitBy':'2014-06-10',"
                                .formatted(HOUSEHOLD)
                        + DECIDED,
                "2014-05-27");
        omission(
                feed,
                "OmissionRaised",
                "'omissionId':'omission-2','personId':'person-out','maskedName':'吉**','sealed':'AAAA','group':'2组','grounds':'住危房'",
                "2014-05-24");
        omission(
                feed,
                "OmissionSettled",
                "'omissionId':'omission-2','upheld':true,'handling':'属实'," + DECIDED,
                "2014-05-28");
        omission(
                feed,
                "OmissionFollowedUp",
                "'omissionId':'omission-2','householdId':'%s'".formatted(HOUSEHOLD),
                "2014-06-20");
    }

    private static void omission(Feed feed, String type, String fields, String on) {
        feed.household(
                Township.NOTICE,
                type,
                "{'noticeId':'%s',%s,'occurredOn':'%s'}".formatted(Township.NOTICE, fields, on));
    }

    private static void overseen(Feed feed) {
        feed.household(
                ROUND,
                "ReverificationRoundOpened",
                """
                {'roundId':'%s','region':'%s','name':'五退八进','rules':[{'code':'CAR','direction':'LEAVE','text':'有车'}],
                 'assumed':true,'occurredOn':'2015-05-20'}
                """
                        .formatted(ROUND, CODE));
        said(
                feed,
                "HouseholdReverified",
                HOUSEHOLD,
                "'round':'五退八进','roundId':'%s','persons':4,%s".formatted(ROUND, DECIDED),
                "2015-06-01");
        feed.household(
                ROUND,
                "ReverificationRoundClosed",
                "{'roundId':'%s','assumed':true,'occurredOn':'2015-06-30'}".formatted(ROUND));
        feed.household(
                BATCH,
                "BatchClosed",
                "{'batchId':'%s','assumed':true,'occurredOn':'2014-05-01'}".formatted(BATCH));
        feed.household(
                COMPLAINT,
                "ComplaintReceived",
                """
                {'complaintId':'%s','region':'%s','channel':'HOTLINE','householdId':'%s','subject':'反映有车','assumed':true,
                 'occurredOn':'2015-03-02'}
                """
                        .formatted(COMPLAINT, VILLAGE, household(HOUSEHOLD)));
        feed.household(
                COMPLAINT,
                "ComplaintHandled",
                "{'complaintId':'%s','outcome':'UNFOUNDED','handling':'车已报废',%s,'assumed':true,'occurredOn':'2015-03-12'}"
                        .formatted(COMPLAINT, DECIDED));
        feed.household(
                "sampling-00000000-0000-0000-0000-000000000001",
                "ArchivesSampled",
                """
                {'samplingId':'sampling-00000000-0000-0000-0000-000000000001','region':'%s','householdIds':['%2$s'],
                 'found':[{'householdId':'%2$s','finding':'缺签字'}],'by':'县扶贫局','assumed':true,'occurredOn':'2015-09-10'}
                """
                        .formatted(CODE, household(HOUSEHOLD)));
        feed.household(
                "person-21-1",
                "PersonalDataRevealed",
                """
                {'personId':'person-21-1','region':'%s','householdId':'%s','fields':['PHONE'],'purpose':'CONTACT',
                 'reason':'联系走访','revealedTo':'clerk-li','occurredOn':'2016-01-05'}
                """
                        .formatted(VILLAGE, household(HOUSEHOLD)));
        feed.household(
                EVIDENCE,
                "EvidenceFaultFound",
                "{'evidenceId':'%s','fault':'ALTERED','occurredOn':'2016-02-01'}"
                        .formatted(EVIDENCE));
    }
}
