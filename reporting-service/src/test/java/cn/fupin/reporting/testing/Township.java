package cn.fupin.reporting.testing;

import cn.fupin.backbone.projection.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events of a small township, in the words of the contract. */
public final class Township {
    public static final String CODE = "513423199000";
    public static final String VILLAGE = "513423199201";
    public static final String OTHER_CODE = "513423198000";

    /** Of the township two, of the other one. */
    public static final List<String> VILLAGES = List.of(VILLAGE, "513423199202", "513423198201");

    public static final String NOTICE = "notice-00000000-0000-0000-0000-000000000001";
    public static final String PROJECT = "project-00000000-0000-0000-0000-000000000001";
    public static final String APPROPRIATION = "appropriation-00000000-0000-0000-0000-000000000001";
    public static final String ALLOCATION = "allocation-00000000-0000-0000-0000-000000000001";
    public static final String OTHER_ALLOCATION = "allocation-00000000-0000-0000-0000-000000000002";
    public static final String COMMITMENT = "commitment-00000000-0000-0000-0000-000000000001";
    public static final String PAYMENT = "payment-00000000-0000-0000-0000-000000000001";

    public static final String HELPER = "helper-00000000-0000-0000-0000-000000000001";

    private Township() {}

    public static String household(int number) {
        return "household-00000000-0000-0000-0000-%012d".formatted(number);
    }

    public static void listed(Feed feed) {
        listed(feed, "513423000000", "盐源县", "COUNTY", null, null, false);
        listed(feed, CODE, "__镇", "TOWNSHIP", "513423000000", null, true);
        listed(feed, VILLAGE, "示例一村", "VILLAGE", CODE, null, true);
    }

    /** {@code villageType} is null for a village as most are. */
    public static void listed(
            Feed feed,
            String code,
            String name,
            String level,
            @Nullable String parent,
            @Nullable String villageType,
            boolean sample) {
        feed.household(
                "region-" + code,
                "RegionListed",
                """
                {'region':'%s','name':'%s','level':'%s','parent':%s,'official':%b,'sample':%b,
                 'villageType':%s,'divisionsOf':'2023-06-30','occurredOn':'2014-01-01'}
                """
                        .formatted(
                                code,
                                name,
                                level,
                                quoted(parent),
                                !sample,
                                sample,
                                quoted(villageType)));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    public static void applied(Feed feed, int household, int persons, String on) {
        opened(feed, "HouseholdApplied", household, persons, VILLAGE, on);
    }

    /** {@code type}: HouseholdApplied or HouseholdRecorded. */
    public static void opened(
            Feed feed, String type, int household, int persons, String village, String on) {
        var members = new StringBuilder();
        for (var i = 0; i < persons; i++) {
            members.append(i == 0 ? "" : ",")
                    .append(
                            """
                            {'personId':'person-%d-%d','maskedName':'阿**','relation':'%s','sex':'MALE','birthYear':1970,'sealed':'AAAA'}
                            """
                                    .formatted(household, i, i == 0 ? "HEAD" : "CHILD"));
        }
        feed.household(
                household(household),
                type,
                """
                {'householdId':'%s','region':'%s','group':'第3村民小组','head':'person-%d-0','members':[%s],
                 'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(household(household), village, household, members, on));
    }

    public static void surveyed(Feed feed, int household, long incomeFenPerHead, String on) {
        feed.household(
                household(household),
                "HouseholdSurveyed",
                """
                {'householdId':'%s','surveyors':['a','b'],'incomeYear':2013,'incomeFenPerHead':%d,
                 'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(household(household), incomeFenPerHead, on));
    }

    public static void registered(Feed feed, int household, int persons, String on) {
        feed.household(
                household(household),
                "HouseholdRegistered",
                """
                {'householdId':'%s','region':'%s','noticeId':'%s','decidedBy':{'body':'县扶贫移民局','documentNo':'扶〔2014〕3号'},
                 'announcedOn':'%s','standard':'NATIONAL','householdType':'GENERAL','mainCause':'WATER','otherCauses':['SKILLS'],
                 'povertyLineId':'povertyline-513423000000-2013','lineFenPerYear':273600,'incomeYear':2013,
                 'incomeFenPerHead':200000,'quotaYear':2014,'persons':%d,'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(
                                household(household),
                                feed.regionOf(household(household)),
                                NOTICE,
                                on,
                                persons,
                                on));
    }

    /** {@code type}: HouseholdRemoved, HouseholdExited or HouseholdRelapsed. */
    public static void moved(Feed feed, String type, int household, int persons, String on) {
        feed.household(
                household(household),
                type,
                """
                {'householdId':'%s','persons':%d,'cause':'ILLNESS','authority':{'body':'县扶贫移民局'},
                 'incomeYear':2015,'incomeFenPerHead':250000,'lineFenPerYear':285500,'assumed':false,'occurredOn':'%s'}
                """
                        .formatted(household(household), persons, on));
    }

    /** Of whoever that event told of; {@code wrong}: what was taken for right until now. */
    public static Message dayCorrected(
            Feed feed,
            int household,
            String told,
            String person,
            boolean came,
            LocalDate wrong,
            LocalDate right,
            String on) {
        return dayCorrected(feed, household, told, person, came, wrong, right, on, "曲*");
    }

    public static Message dayCorrected(
            Feed feed,
            int household,
            String told,
            String person,
            boolean came,
            LocalDate wrong,
            LocalDate right,
            String on,
            String name) {
        return said(
                feed,
                "MemberDayCorrected",
                household,
                """
                'correctsEventId':'%s','came':%s,'member':{'personId':'%s','maskedName':'%s','relation':'CHILD',
                 'sex':'FEMALE','birthYear':2015},'wrongDay':'%s','rightDay':'%s','persons':1,'reason':'误登','approvedBy':'y'
                """
                        .formatted(told, came, person, name, wrong, right)
                        .strip(),
                on);
    }

    /** {@code ended}: REMOVAL or DISSOLUTION. */
    public static Message reinstated(
            Feed feed, int household, String ended, int persons, String on) {
        return said(
                feed,
                "EndRevoked",
                household,
                """
                'endedOn':'2014-09-01','ended':'%s','personIds':[],'persons':%d,'reason':'误登',
                 'decidedBy':{'body':'县','documentNo':'1号'},'approvedBy':'chief'
                """
                        .formatted(ended, persons)
                        .strip(),
                on);
    }

    /** An event of the household with these fields beside its id, its mark and its day. */
    public static Message said(Feed feed, String type, int household, String fields, String on) {
        return feed.household(
                household(household),
                type,
                "{'householdId':'%s',%s'assumed':true,'occurredOn':'%s'}"
                        .formatted(household(household), fields.isEmpty() ? "" : fields + ",", on));
    }

    /** {@code person} is a number within the household, beyond those it opened with. */
    public static void joined(Feed feed, int household, int person, String reason, String on) {
        said(
                feed,
                "MemberJoined",
                household,
                """
                'member':{'personId':'person-%d-%d','maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':2015,
                 'sealed':'AAAA'},'reason':'%s','persons':1
                """
                        .formatted(household, person, reason)
                        .strip(),
                on);
    }

    public static void left(Feed feed, int household, int person, String reason, String on) {
        said(
                feed,
                "MemberLeft",
                household,
                "'personId':'person-%d-%d','reason':'%s','persons':1"
                        .formatted(household, person, reason),
                on);
    }

    /** The household's daughter marries into another household. */
    public static void married(Feed feed, int from, int person, int to, String on) {
        said(
                feed,
                "MemberLeft",
                from,
                "'personId':'person-%d-%d','reason':'MARRIAGE','toHouseholdId':'%s','persons':1"
                        .formatted(from, person, household(to)),
                on);
        said(
                feed,
                "MemberJoined",
                to,
                """
                'member':{'personId':'person-%d-%d','maskedName':'阿**','relation':'SPOUSE','sex':'FEMALE','birthYear':1995,
                 'sealed':'AAAA'},'reason':'MARRIAGE','fromHouseholdId':'%s','persons':1
                """
                        .formatted(from, person, household(from))
                        .strip(),
                on);
    }

    /** {@code persons}: their numbers within the household that ends. */
    public static void merged(Feed feed, int from, int to, List<Integer> persons, String on) {
        for (var person : persons) {
            said(
                    feed,
                    "MemberJoined",
                    to,
                    """
                    'member':{'personId':'person-%d-%d','maskedName':'阿**','relation':'OTHER','sex':'MALE','birthYear':1970,
                     'sealed':'AAAA'},'reason':'MERGER','fromHouseholdId':'%s','persons':1
                    """
                            .formatted(from, person, household(from))
                            .strip(),
                    on);
        }
        said(
                feed,
                "HouseholdMerged",
                from,
                "'intoHouseholdId':'%s','persons':%d".formatted(household(to), persons.size()),
                on);
    }

    /** One person goes, as a household of its own on the register. */
    public static void split(Feed feed, int from, int person, int into, String on) {
        said(
                feed,
                "HouseholdSplit",
                from,
                "'newHouseholdId':'%s','personIds':['person-%d-%d'],'persons':1"
                        .formatted(household(into), from, person),
                on);
        said(
                feed,
                "HouseholdSplitOff",
                into,
                """
                'region':'%1$s','fromHouseholdId':'%2$s','head':'%3$s','members':[{'personId':'%3$s','maskedName':'阿**',
                 'relation':'HEAD','sex':'MALE','birthYear':1970}],'persons':1,'standing':'REGISTERED','mainCause':'WATER'
                """
                        .formatted(
                                feed.regionOf(household(from)),
                                household(from),
                                "person-%d-%d".formatted(from, person))
                        .strip(),
                on);
    }

    /** {@code successors}: their codes, none where none is known. */
    public static void superseded(Feed feed, String region, String on, String... successors) {
        feed.household(
                "region-" + region,
                "RegionSuperseded",
                "{'region':'%s','successors':[%s],'documentNo':'川府民政〔2019〕20号','assumed':true,'occurredOn':'%s'}"
                        .formatted(
                                region,
                                Stream.of(successors)
                                        .map("'%s'"::formatted)
                                        .collect(Collectors.joining(",")),
                                on));
    }

    /** The person's key is destroyed; {@code alsoKnownAs}: the ids of the same person. */
    public static void erased(Feed feed, String person, String on, String... alsoKnownAs) {
        feed.household(
                person,
                "PersonErased",
                "{'personId':'%s','alsoKnownAs':[%s],'requestedBy':'a','approvedBy':'b','occurredOn':'%s'}"
                        .formatted(
                                person,
                                Stream.of(alsoKnownAs)
                                        .map("'%s'"::formatted)
                                        .collect(Collectors.joining(",")),
                                on));
    }

    public static void helped(Feed feed, int household, String on) {
        feed.household(
                household(household),
                "HelperAssigned",
                """
                {'householdId':'%s','helperId':'helper-00000000-0000-0000-0000-000000000001',
                 'helperUnit':'县水务局','assumed':true,'occurredOn':'%s'}
                """
                        .formatted(household(household), on));
    }

    /** {@code type}: HelperNamed or HelperDetailsChanged, of the one who helps. */
    public static void helperNamed(Feed feed, String type, String maskedName, String on) {
        feed.household(
                "naming-" + HELPER,
                type,
                """
                {'helperId':'%s','region':'%s','personId':'person-helper','maskedName':'%s','sealed':'c2VhbGVk',
                 'unit':'县林业局','position':'副局长','assumed':true,'occurredOn':'%s'}
                """
                        .formatted(HELPER, CODE, maskedName, on));
    }

    public static void surveyCorrected(
            Feed feed, int household, String eventId, long incomeFenPerHead, String on) {
        feed.household(
                household(household),
                "SurveyCorrected",
                """
                {'householdId':'%s','correctsEventId':'%s','reason':'漏计转移性收入','approvedBy':'王站长',
                 'incomeYear':2013,'incomeFenPerHead':%d,'occurredOn':'%s'}
                """
                        .formatted(household(household), eventId, incomeFenPerHead, on));
    }

    public static void notice(Feed feed, int... households) {
        var ids = new StringBuilder();
        for (var household : households) {
            ids.append(ids.isEmpty() ? "" : ",")
                    .append("'")
                    .append(household(household))
                    .append("'");
        }
        feed.household(
                NOTICE,
                "NoticePosted",
                """
                {'noticeId':'%s','kind':'FIRST','region':'%s','place':'村务公开栏','lastDays':7,
                 'householdIds':[%s],'assumed':true,'occurredOn':'2014-05-21'}
                """
                        .formatted(NOTICE, VILLAGE, ids));
    }

    public static void objection(Feed feed, int household) {
        feed.household(
                NOTICE,
                "ObjectionRaised",
                "{'noticeId':'%s','householdId':'%s','grounds':'有小轿车','occurredOn':'2014-05-23'}"
                        .formatted(NOTICE, household(household)));
    }

    public static void noticeClosed(Feed feed) {
        feed.household(
                NOTICE,
                "NoticeClosed",
                "{'noticeId':'%s','occurredOn':'2014-05-29'}".formatted(NOTICE));
    }

    public static void project(Feed feed, String kind) {
        project(
                feed,
                "ProjectProposed",
                """
                'region':'%s','name':'安全饮水工程','kind':'%s','plannedOutputs':[],'proposedBy':'镇政府',
                'assumed':true,'occurredOn':'2014-09-01'
                """
                        .formatted(CODE, kind));
    }

    public static void accepted(Feed feed) {
        project(
                feed,
                "ProjectAccepted",
                """
                'acceptedBy':'县水务局','outputs':[{'measure':'pipes','quantity':12.5,'unit':'km'}],
                'served':[{'region':'%s','groups':3}],'assumed':false,'occurredOn':'2015-06-01'
                """
                        .formatted(VILLAGE));
    }

    public static void beneficiaries(Feed feed, int... households) {
        var shares = new StringBuilder();
        var left = 10_000;
        for (var i = 0; i < households.length; i++) {
            var share = i == households.length - 1 ? left : 10_000 / households.length;
            left -= share;
            shares.append(i == 0 ? "" : ",")
                    .append(
                            "{'householdId':'%s','shareBasisPoints':%d}"
                                    .formatted(household(households[i]), share));
        }
        project(
                feed,
                "BeneficiariesNamed",
                "'households':[%s],'assumed':true,'occurredOn':'2014-10-01'".formatted(shares));
    }

    private static void project(Feed feed, String type, String fields) {
        feed.add("project", PROJECT, type, "{'projectId':'%s',%s}".formatted(PROJECT, fields));
    }

    /** 1000 fen granted and two lines of 400 and 300 allocated. */
    public static void granted(Feed feed) {
        feed.add(
                "funding",
                APPROPRIATION,
                "AppropriationReceived",
                """
                {'appropriationId':'%s','region':'%s','documentNo':'川财农〔2014〕50号','sourceLevel':'PROVINCE',
                 'sourceType':'SPECIAL_FUND','purpose':'安全饮水','amountFen':1000,'assumed':true,'occurredOn':'2014-08-01',
                 'postings':[{'account':'appropriation:%s','amountFen':1000},{'account':'grant:PROVINCE','amountFen':-1000}]}
                """
                        .formatted(APPROPRIATION, CODE, APPROPRIATION));
        allocated(feed, ALLOCATION, 400);
        allocated(feed, OTHER_ALLOCATION, 300);
    }

    private static void allocated(Feed feed, String allocation, long amountFen) {
        feed.add(
                "funding",
                APPROPRIATION,
                "FundsAllocated",
                """
                {'appropriationId':'%s','allocationId':'%s','region':'%s','purpose':'饮水','amountFen':%d,
                 'assumed':true,'occurredOn':'2014-08-15','postings':[{'account':'allocation:%s','amountFen':%d},
                 {'account':'appropriation:%s','amountFen':-%d}]}
                """
                        .formatted(
                                APPROPRIATION,
                                allocation,
                                CODE,
                                amountFen,
                                allocation,
                                amountFen,
                                APPROPRIATION,
                                amountFen));
    }

    /** 350 fen of the one line and 100 of the other. */
    public static void committed(Feed feed) {
        feed.add(
                "funding",
                COMMITMENT,
                "FundsCommitted",
                """
                {'commitmentId':'%1$s','projectId':'%2$s','region':'%3$s','amountFen':450,'assumed':true,'occurredOn':'2014-09-15',
                 'lines':[{'allocationId':'%4$s','amountFen':350},{'allocationId':'%5$s','amountFen':100}],
                 'postings':[{'account':'commitment:%1$s:%4$s','amountFen':350},{'account':'allocation:%4$s','amountFen':-350},
                  {'account':'commitment:%1$s:%5$s','amountFen':100},{'account':'allocation:%5$s','amountFen':-100}]}
                """
                        .formatted(COMMITMENT, PROJECT, CODE, ALLOCATION, OTHER_ALLOCATION));
    }

    /**
     * 200 fen and 50 fen of the two lines, to a contractor; {@code household} 0, or to a household.
     */
    public static void requested(Feed feed, int household) {
        requested(
                feed,
                household == 0
                        ? "{'kind':'CONTRACTOR','name':'县水利公司'}"
                        : "{'kind':'HOUSEHOLD','householdId':'%s'}"
                                .formatted(household(household)));
    }

    /** To the account of that member. */
    public static void requested(Feed feed, int household, String personId) {
        requested(
                feed,
                "{'kind':'HOUSEHOLD','householdId':'%s','personId':'%s'}"
                        .formatted(household(household), personId));
    }

    private static void requested(Feed feed, String payee) {
        feed.add(
                "funding",
                PAYMENT,
                "PaymentRequested",
                """
                {'paymentId':'%s','commitmentId':'%s','projectId':'%s','region':'%s','payee':%s,'amountFen':250,
                 'lines':[{'allocationId':'%s','amountFen':200},{'allocationId':'%s','amountFen':50}],
                 'enteredBy':'clerk-li','assumed':true,'occurredOn':'2014-11-01'}
                """
                        .formatted(
                                PAYMENT,
                                COMMITMENT,
                                PROJECT,
                                CODE,
                                payee,
                                ALLOCATION,
                                OTHER_ALLOCATION));
    }

    public static void paid(Feed feed) {
        feed.add(
                "funding",
                PAYMENT,
                "PaymentApproved",
                "{'paymentId':'%s','approver':'wang','decidedBy':{'body':'县财政局'},'occurredOn':'2014-11-05'}"
                        .formatted(PAYMENT));
        feed.add(
                "funding",
                PAYMENT,
                "PaymentMade",
                """
                {'paymentId':'%1$s','bankReference':'B-1','occurredOn':'2014-11-10',
                 'postings':[{'account':'paid:project:%2$s','amountFen':250},
                  {'account':'commitment:%3$s:%4$s','amountFen':-200},{'account':'commitment:%3$s:%5$s','amountFen':-50}]}
                """
                        .formatted(PAYMENT, PROJECT, COMMITMENT, ALLOCATION, OTHER_ALLOCATION));
    }

    public static void failed(Feed feed) {
        feed.add(
                "funding",
                PAYMENT,
                "PaymentFailed",
                """
                {'paymentId':'%s','commitmentId':'%s','reason':'账号有误','amountFen':250,
                 'lines':[{'allocationId':'%s','amountFen':200},{'allocationId':'%s','amountFen':50}],
                 'occurredOn':'2014-11-11'}
                """
                        .formatted(PAYMENT, COMMITMENT, ALLOCATION, OTHER_ALLOCATION));
    }

    public static void returned(Feed feed, long amountFen) {
        feed.add(
                "funding",
                PAYMENT,
                "PaymentReturned",
                """
                {'paymentId':'%1$s','amountFen':%2$d,'lines':[{'allocationId':'%3$s','amountFen':%2$d}],'reason':'多付',
                 'commitmentId':'%4$s','occurredOn':'2014-12-01',
                 'postings':[{'account':'paid:project:%5$s','amountFen':-%2$d},{'account':'commitment:%4$s:%3$s','amountFen':%2$d}]}
                """
                        .formatted(PAYMENT, amountFen, ALLOCATION, COMMITMENT, PROJECT));
    }

    public static void claimed(Feed feed, String figure, String value, String unit) {
        feed.add(
                "reporting",
                "claim-%s-%s".formatted(CODE, figure),
                "FigureClaimed",
                """
                {'claimId':'claim-%1$s-%2$s','region':'%1$s','figure':'%2$s','phraseZh':'文中的话','value':%3$s,'unit':'%4$s',
                 'approximate':false,'claimedFor':'2015-12-31','source':'乡镇总结','occurredOn':'2016-01-10'}
                """
                        .formatted(CODE, figure, value, unit));
    }

    /** A small township's whole life. */
    public static Feed story() {
        var feed = new Feed();
        listed(feed);
        feed.household(
                "povertyline-513423000000-2013",
                "PovertyLineSet",
                """
                {'povertyLineId':'povertyline-513423000000-2013','region':'513423000000','year':2013,
                 'lineFenPerYear':273600,'incomeConcept':'NET_INCOME','occurredOn':'2014-01-02'}
                """);
        feed.household(
                "quota-513423199000-2014",
                "QuotaAllocated",
                """
                {'quotaId':'quota-513423199000-2014','region':'513423199000','year':2014,'persons':12,'ceilingPersons':13,
                 'decidedBy':{'body':'县扶贫移民局'},'assumed':true,'occurredOn':'2014-03-01'}
                """);
        for (var i = 1; i <= 3; i++) {
            applied(feed, i, i + 2, "2014-04-01");
            surveyed(feed, i, 200_000, "2014-04-10");
        }
        notice(feed, 1, 2, 3);
        objection(feed, 2);
        noticeClosed(feed);
        for (var i = 1; i <= 3; i++) registered(feed, i, i + 2, "2014-07-21");
        helped(feed, 1, "2014-08-15");
        moved(feed, "HouseholdRemoved", 3, 5, "2014-11-20");
        project(feed, "WATER");
        granted(feed);
        committed(feed);
        beneficiaries(feed, 1, 2);
        requested(feed, 0);
        paid(feed);
        returned(feed, 30);
        accepted(feed);
        claimed(feed, "households-identified", "3", "household");
        claimed(feed, "persons-registered", "6", "person");
        claimed(feed, "water-funds", "4.5", "yuan");
        surveyCorrected(feed, 1, "household-HouseholdSurveyed-7", 190_000, "2016-02-01");
        return feed;
    }

    /**
     * Lives of {@code households} households in {@link #VILLAGES}, at random dates, in every order
     * that a life allows; members come and go, also back-dated, and marry each other.
     */
    public static Feed randomLives(long seed, int households) {
        var feed = new Feed();
        randomLives(feed, new Random(seed), households);
        return feed;
    }

    public static void randomLives(Feed feed, Random random, int households) {
        for (var i = 1; i <= households; i++) {
            RandomLife.lead(feed, i, random);
            RandomMarriage.celebrate(feed, random);
        }
    }
}
