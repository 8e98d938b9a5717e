package cn.fupin.acceptance.faults;

import cn.fupin.acceptance.audit.Evidence.Answered;
import cn.fupin.acceptance.faults.Clients.Clerk;
import cn.fupin.acceptance.faults.Clients.Order;
import cn.fupin.acceptance.faults.HouseholdLife.Course;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Small lives, one command after another: a household ({@link HouseholdLife}); a project with its
 * money; a claim; and what is refused for good. A life that was begun is lived to its end, whatever
 * is killed meanwhile.
 */
public final class Lives {
    static final String COUNTY = "500101000000";
    private static final String TOWN = "500101999000";
    static final String VILLAGE = "500101999201";

    /** Where a household may move to. */
    static final String NEXT_VILLAGE = "500101999202";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Clients clients;
    private final String name;
    private final Random seeds;
    private final AtomicLong commands = new AtomicLong();
    private final AtomicInteger nextPerson = new AtomicInteger();
    private final AtomicInteger nextClaim = new AtomicInteger();

    /**
     * @param name of small letters, part of every key: another name, other commands
     */
    public Lives(Clients clients, String name, long seed) {
        this.clients = clients;
        this.name = name;
        this.seeds = new Random(seed);
        // persons of two runs in one system are two persons
        nextPerson.set(Math.floorMod(name.hashCode(), 100) * 100_000);
    }

    /** The county the clerks sit in. */
    public static String county() {
        return COUNTY;
    }

    /** Commands with a final answer. */
    public long commands() {
        return commands.get();
    }

    /**
     * The place, its rules, its poverty lines and a quota nobody will reach; others may have made
     * it.
     */
    public void prepare() {
        list(COUNTY, "万州区", "COUNTY", null, false);
        list(TOWN, "__镇", "TOWNSHIP", COUNTY, true);
        list(VILLAGE, "__村", "VILLAGE", TOWN, true);
        list(NEXT_VILLAGE, "___村", "VILLAGE", TOWN, true);
        for (String rule :
                List.of(
                        "first-notice-days",
                        "second-notice-days",
                        "exit-notice-days",
                        "village-notice-days")) {
            rule(rule, 7, "day");
        }
        rule("monitoring-notice-days", 5, "day");
        rule("monitoring-days-max", 15, "day");
        rule("helper-households-max", 5, "household");
        rule("help-years-after-exit", 1, "year");
        line(2013, 273600, "NET_INCOME");
        for (int year = 2014; year <= 2017; year++) {
            line(year, 280000, "DISPOSABLE_INCOME");
        }
        quota(2014);
        quota(2018);
        villageNotices();
        poorVillage();
    }

    private void quota(int year) {
        ensure(
                Clerk.COUNTY,
                "household",
                "/quotas/quota-%s-%d/allocation".formatted(TOWN, year),
                body(
                        "region",
                        TOWN,
                        "year",
                        year,
                        "persons",
                        1_000_000,
                        "ceilingPersons",
                        1_000_000,
                        "decidedBy",
                        decided("县扶贫移民局"),
                        "assumed",
                        true,
                        "allocatedOn",
                        year + "-03-01"));
    }

    /** One village's notice ends, the other's is posted anew and objected to. */
    private void villageNotices() {
        if (posted(VILLAGE, "2014-05-20")) {
            atVillage(VILLAGE, "closing", body("closedOn", "2014-05-28", "assumed", false));
        }
        if (posted(NEXT_VILLAGE, "2014-06-01")) {
            atVillage(NEXT_VILLAGE, "objection", objection("2014-06-02"));
            atVillage(
                    NEXT_VILLAGE,
                    "settlement",
                    body(
                            "upheld",
                            true,
                            "handling",
                            "重新核算",
                            "decidedBy",
                            decided("镇人民政府"),
                            "settledOn",
                            "2014-06-04"));
            atVillage(
                    NEXT_VILLAGE,
                    "withdrawal",
                    body(
                            "reason",
                            "数字有误",
                            "decidedBy",
                            decided("镇人民政府"),
                            "assumed",
                            false,
                            "withdrawnOn",
                            "2014-06-05"));
            if (posted(NEXT_VILLAGE, "2014-06-05")) {
                atVillage(NEXT_VILLAGE, "objection", objection("2014-06-06"));
            }
        }
    }

    /** Whether it was not yet. */
    private boolean posted(String village, String on) {
        var notice = body("place", "村务公开栏", "hotline", "12317", "assumed", false, "postedOn", on);
        notice.put("step", "IDENTIFICATION");
        return send(
                                Clerk.TOWNSHIP,
                                "household",
                                "/regions/region-%s/village-notice".formatted(village),
                                notice)
                        .status()
                == 200;
    }

    private static Map<String, Object> objection(String on) {
        return body("grounds", "发生率偏高", "channel", "HOTLINE", "raisedOn", on);
    }

    private void atVillage(String village, String step, Map<String, Object> body) {
        body.put("step", "IDENTIFICATION");
        done(
                Clerk.TOWNSHIP,
                "household",
                "/regions/region-%s/village-notice-%s".formatted(village, step),
                body);
    }

    /** Identified with a slip of the pen, which is corrected; others may have done it. */
    private void poorVillage() {
        Answered identified =
                send(
                        Clerk.COUNTY,
                        "household",
                        "/regions/region-" + VILLAGE + "/poor-village",
                        identification());
        if (identified.status() != 200) return;
        at(
                Clerk.COUNTY,
                "household",
                "/regions/region-" + VILLAGE + "/poor-village-figures-correction",
                "correctsEventId",
                HouseholdLife.event(identified),
                "poorPersons",
                301,
                "denominatorPersons",
                1000,
                "denominator",
                "RURAL",
                "reason",
                "录入有误",
                "approvedBy",
                "faults.county-chief",
                "correctedOn",
                "2014-07-01");
    }

    static Map<String, Object> identification() {
        return body(
                "identifiedOn",
                "2014-06-01",
                "decidedBy",
                decided("县扶贫移民局"),
                "assumed",
                false,
                "criteria",
                body(
                        "poorPersons",
                        310,
                        "denominatorPersons",
                        1000,
                        "denominator",
                        "RURAL",
                        "provincialIncidenceBasisPoints",
                        1000,
                        "incomeFenPerHead",
                        2600_00,
                        "provincialIncomeFenPerHead",
                        7000_00,
                        "collectiveIncomeFen",
                        0));
    }

    /**
     * Whatever can become of a household once each, and of a township, and what else there is, by
     * several clerks: the same things for the same seed.
     */
    public void everyKind(int people) {
        var left = new ConcurrentLinkedQueue<Runnable>();
        for (Course course : Course.values()) {
            var life = new HouseholdLife(this, new Random(seeds.nextLong()));
            left.add(() -> life.live(course));
        }
        for (int i = 0; i < 2; i++) {
            var random = new Random(seeds.nextLong());
            boolean open = i == 0;
            left.add(() -> project(random, List.of(Outcome.values())));
            left.add(() -> claim(random, open));
        }
        left.add(new TownshipLife(this, Math.floorMod(name.hashCode(), 32))::live);
        together(
                people,
                random -> {
                    Runnable next = left.poll();
                    if (next != null) {
                        next.run();
                    }
                    return next != null;
                });
    }

    /** Threads that live one life after another until they are told to stop. */
    public final class Crowd implements AutoCloseable {
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        private final List<Thread> threads = new ArrayList<>();

        private Crowd(int people) {
            for (int i = 0; i < people; i++) {
                var random = new Random(seeds.nextLong());
                threads.add(Thread.ofPlatform().name("life-" + i).start(() -> run(random)));
            }
        }

        private void run(Random random) {
            try {
                while (going.get()) {
                    one(random);
                }
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
                going.set(false);
            }
        }

        /** Lets every life that was begun come to its end. */
        @Override
        public void close() {
            going.set(false);
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
            RuntimeException failed = failure.get();
            if (failed != null) {
                throw failed;
            }
        }
    }

    public Crowd crowd(int people) {
        return new Crowd(people);
    }

    /** Exactly so many lives, by several clerks, each to its end. */
    public void live(int lives, int people) {
        var left = new AtomicInteger(lives);
        together(
                people,
                random -> {
                    boolean mine = left.getAndDecrement() > 0;
                    if (mine) {
                        one(random);
                    }
                    return mine;
                });
    }

    /** Each of them again and again, until it says that there is no more. */
    private void together(int people, Predicate<Random> life) {
        var failure = new AtomicReference<@Nullable RuntimeException>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            var random = new Random(seeds.nextLong());
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    while (failure.get() == null && life.test(random)) {
                                        // lived
                                    }
                                } catch (RuntimeException e) {
                                    failure.compareAndSet(null, e);
                                }
                            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void one(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> project(random, Outcome.some(random));
            case 1 -> claim(random, random.nextBoolean());
            default -> new HouseholdLife(this, random).live(Course.any(random));
        }
    }

    /** In the library; its id. */
    String approvedProject(Random random) {
        String project = id("project", random);
        at(
                Clerk.TOWNSHIP,
                "project",
                "/projects/" + project + "/proposal",
                "region",
                VILLAGE,
                "name",
                "人畜饮水",
                "kind",
                "WATER",
                "budgetFen",
                500_000_00,
                "plannedOutputs",
                List.of(
                        body(
                                "measure",
                                "drinking-water-households",
                                "quantity",
                                20,
                                "unit",
                                "household")),
                "proposedBy",
                "镇人民政府",
                "assumed",
                false,
                "proposedOn",
                "2014-05-01");
        at(
                Clerk.COUNTY,
                "project",
                "/projects/" + project + "/approval",
                "libraryYear",
                2014,
                "decidedBy",
                decided("县扶贫移民局"),
                "assumed",
                false,
                "approvedOn",
                "2014-05-10");
        return project;
    }

    private void project(Random random, List<Outcome> payments) {
        String project = approvedProject(random);
        long whole = 100_000 + random.nextInt(1_000_000);
        long part = 16 + random.nextInt((int) whole / 2);
        String appropriation = id("appropriation", random);
        String one = id("allocation", random);
        String two = id("allocation", random);
        at(
                Clerk.FINANCE,
                "funding",
                "/appropriations/" + appropriation + "/receipt",
                "region",
                COUNTY,
                "documentNo",
                "渝财农〔2014〕12号",
                "sourceLevel",
                "PROVINCE",
                "sourceType",
                "SPECIAL_FUND",
                "purpose",
                "安全饮水",
                "amountFen",
                whole,
                "assumed",
                false,
                "issuedOn",
                "2014-03-01");
        allocate(appropriation, one, part);
        allocate(appropriation, two, whole - part);
        String commitment = id("commitment", random);
        at(
                Clerk.FINANCE,
                "funding",
                "/commitments/" + commitment + "/commitment",
                "projectId",
                project,
                "lines",
                List.of(line(one, part), line(two, whole - part)),
                "amountFen",
                whole,
                "assumed",
                false,
                "committedOn",
                "2014-06-01");
        for (Outcome outcome : payments) {
            payment(commitment, one, part / Outcome.values().length, outcome, random);
        }
        at(
                Clerk.COUNTY,
                "project",
                "/projects/" + project + "/contract",
                "contractNo",
                "2014-1",
                "contractor",
                "县水利工程队",
                "contractFen",
                500_000_00,
                "assumed",
                false,
                "signedOn",
                "2014-06-10");
        at(
                Clerk.TOWNSHIP,
                "project",
                "/projects/" + project + "/progress",
                "percent",
                100,
                "assumed",
                false,
                "reportedOn",
                "2014-09-01");
        at(
                Clerk.COUNTY,
                "project",
                "/projects/" + project + "/acceptance",
                "acceptedBy",
                "县水务局",
                "outputs",
                List.of(
                        body(
                                "measure",
                                "drinking-water-households",
                                "quantity",
                                20,
                                "unit",
                                "household")),
                "served",
                List.of(body("region", VILLAGE, "groups", 2)),
                "assumed",
                false,
                "acceptedOn",
                "2014-10-01");
    }

    private void allocate(String appropriation, String allocation, long fen) {
        at(
                Clerk.FINANCE,
                "funding",
                "/appropriations/" + appropriation + "/allocations",
                "allocationId",
                allocation,
                "region",
                TOWN,
                "purpose",
                "安全饮水",
                "amountFen",
                fen,
                "assumed",
                false,
                "allocatedOn",
                "2014-03-10");
    }

    /** What becomes of a payment that is requested. */
    private enum Outcome {
        REQUESTED,
        FAILED,
        PAID,
        RETURNED;

        static List<Outcome> some(Random random) {
            return random.ints(1 + random.nextInt(3), 0, values().length)
                    .mapToObj(i -> values()[i])
                    .toList();
        }
    }

    private void payment(
            String commitment, String allocation, long fen, Outcome outcome, Random random) {
        String id = id("payment", random);
        at(
                Clerk.TOWNSHIP,
                "funding",
                "/payments/" + id + "/request",
                "commitmentId",
                commitment,
                "payee",
                body("kind", "CONTRACTOR", "name", "县水利工程队"),
                "lines",
                List.of(line(allocation, fen)),
                "amountFen",
                fen,
                "assumed",
                false,
                "requestedOn",
                "2014-07-01");
        if (outcome == Outcome.REQUESTED) {
            return; // its money is held and not paid
        }
        at(
                Clerk.FINANCE,
                "funding",
                "/payments/" + id + "/approval",
                "decidedBy",
                decided("县扶贫办"),
                "assumed",
                false,
                "approvedOn",
                "2014-07-02");
        boolean paid = outcome != Outcome.FAILED;
        at(
                Clerk.FINANCE,
                "funding",
                "/payments/" + id + "/bank-result",
                "succeeded",
                paid,
                paid ? "bankReference" : "bankReason",
                paid ? "ICBC-0703" : "账户已销户",
                "assumed",
                false,
                "settledOn",
                "2014-07-03");
        if (outcome == Outcome.RETURNED) {
            at(
                    Clerk.FINANCE,
                    "funding",
                    "/payments/" + id + "/return",
                    "lines",
                    List.of(line(allocation, fen / 3)),
                    "reason",
                    "多付",
                    "assumed",
                    false,
                    "returnedOn",
                    "2014-08-01");
        }
    }

    /**
     * @param open whether the text leaves something open about the figure
     */
    private void claim(Random random, boolean open) {
        int n = nextClaim.getAndIncrement();
        String region =
                "500101%03d%03d"
                        .formatted(
                                100 + 20 * Math.floorMod(name.hashCode(), 40) + n / 700,
                                200 + n % 700);
        String path = "/claims/claim-%s-households-registered/statement".formatted(region);
        var claim =
                body(
                        "region",
                        region,
                        "figure",
                        "households-registered",
                        "phraseZh",
                        "一共有贫困户",
                        "value",
                        random.nextInt(900),
                        "unit",
                        "household",
                        "approximate",
                        false,
                        "claimedFor",
                        "2015-12-31",
                        "source",
                        "某镇总结",
                        "statedOn",
                        "2016-01-01");
        if (open) {
            claim.put("openQuestion", question());
        }
        done(Clerk.TOWNSHIP, "reporting", path, claim);
        if (random.nextInt(3) == 0) {
            refused(Clerk.TOWNSHIP, "reporting", path, claim); // said already
        }
    }

    private static Map<String, Object> question() {
        return body(
                "zh",
                "文中两处户数不一致",
                "en",
                "The text gives two numbers of households",
                "candidates",
                List.of(body("zh", "笔误", "en", "a slip of the pen")));
    }

    private void list(
            String code, String title, String level, @Nullable String parent, boolean sample) {
        ensure(
                Clerk.COUNTY,
                "household",
                "/regions/region-" + code + "/listing",
                listing(code, title, level, parent, sample, "2014-01-01"));
    }

    static Map<String, Object> listing(
            String code,
            String title,
            String level,
            @Nullable String parent,
            boolean sample,
            String on) {
        var body =
                body(
                        "region",
                        code,
                        "name",
                        title,
                        "level",
                        level,
                        "sample",
                        sample,
                        "listedOn",
                        on);
        if (parent != null) {
            body.put("parent", parent);
        }
        return body;
    }

    private void line(int year, int lineFenPerYear, String concept) {
        ensure(
                Clerk.COUNTY,
                "household",
                "/poverty-lines/povertyline-%s-%d/setting".formatted(TOWN, year),
                line(TOWN, year, lineFenPerYear, concept));
    }

    static Map<String, Object> line(String region, int year, int lineFenPerYear, String concept) {
        return body(
                "region",
                region,
                "year",
                year,
                "lineFenPerYear",
                lineFenPerYear,
                "incomeConcept",
                concept,
                "setOn",
                "2014-01-01");
    }

    private void rule(String code, int value, String unit) {
        ensure(
                Clerk.COUNTY,
                "household",
                "/rules/rule-%s-%s/enactment".formatted(TOWN, code),
                rule(TOWN, code, value, unit));
    }

    static Map<String, Object> rule(String region, String code, int value, String unit) {
        return body(
                "region",
                region,
                "code",
                code,
                "value",
                value,
                "unit",
                unit,
                "effectiveFrom",
                "2014-01-01",
                "source",
                "县工作方案",
                "assumed",
                true);
    }

    /** Waits until a stream has an event of this type after that one. */
    void awaitAfter(String eventId, String type, String stream) {
        clients.awaitAfter("household", eventId, type, stream);
    }

    JsonNode payload(String service, String eventId) {
        return clients.payload(service, eventId);
    }

    private void at(Clerk clerk, String service, String path, Object... body) {
        done(clerk, service, path, body(body));
    }

    Answered done(Clerk clerk, String service, String path, Map<String, Object> body) {
        Answered answered = send(clerk, service, path, body);
        if (answered.status() != 200) {
            throw new IllegalStateException(path + ": " + answered);
        }
        return answered;
    }

    /** Done now, or refused because it has been done. */
    private void ensure(Clerk clerk, String service, String path, Map<String, Object> body) {
        send(clerk, service, path, body);
    }

    void refused(Clerk clerk, String service, String path, Map<String, Object> body) {
        Answered answered = send(clerk, service, path, body);
        if (answered.status() != 409) {
            throw new IllegalStateException(path + " was not refused: " + answered);
        }
    }

    /** A stored form, as a command names it. */
    JsonNode stored(String about) {
        String key = "faults-" + name + "-" + letters(commands.getAndIncrement());
        String path = "/evidence?kind=FORM&region=%s&about=%s".formatted(VILLAGE, about);
        var form =
                new Order(
                        Clerk.TOWNSHIP,
                        "household",
                        path,
                        key,
                        "application/pdf",
                        "%PDF-1.7 " + about);
        Answered answered = clients.upload(form);
        if (answered.status() != 200) {
            throw new IllegalStateException(path + ": " + answered);
        }
        return Clients.JSON.readTree(answered.answer()).path("evidence");
    }

    private Answered send(Clerk clerk, String service, String path, Map<String, Object> body) {
        String key = "faults-" + name + "-" + letters(commands.getAndIncrement());
        return clients.send(
                new Order(clerk, service, path, key, Clients.JSON.writeValueAsString(body)));
    }

    static Map<String, Object> body(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    static Map<String, Object> decided(String who) {
        return body("body", who);
    }

    private static Map<String, Object> line(String allocation, long fen) {
        return body("allocationId", allocation, "amountFen", fen);
    }

    static String id(String kind, Random random) {
        return kind
                + "-"
                + new UUID(
                        random.nextLong() & ~0xF000L | 0x4000L,
                        random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    /** Digits alone could look like somebody's number. */
    static String letters(long n) {
        var letters = new StringBuilder();
        for (long rest = n; letters.length() < 7; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.reverse().toString();
    }

    /** A number that passes GB 11643 and can be nobody's: no division begins with 99. */
    String person() {
        int n = nextPerson.getAndIncrement();
        String body =
                "99%04d%04d%02d%02d%03d"
                        .formatted(
                                n / 1_000_000,
                                1950 + n / 20_000 % 50,
                                1 + n / 1000 % 12,
                                1 + n / 500 % 28,
                                n % 1000);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
