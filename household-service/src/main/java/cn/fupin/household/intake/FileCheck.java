package cn.fupin.household.intake;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Limits;
import cn.fupin.documents.sheet.SheetFile;
import cn.fupin.documents.sheet.Texts;
import cn.fupin.documents.sheet.Unreadable;
import cn.fupin.household.household.HelpTime;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.intake.Intake.Checked;
import cn.fupin.household.intake.Intake.Course;
import cn.fupin.household.intake.Intake.MemberPart;
import cn.fupin.household.intake.Intake.Ready;
import cn.fupin.household.intake.MemberReading.Read;
import cn.fupin.household.intake.Register.Known;
import cn.fupin.household.intake.Register.Step;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.rule.RuleCode;
import cn.fupin.household.vault.IdentityNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file and checks every line of it, against itself and against the register. Nothing is
 * entered: what comes out are the findings, and the households that could be.
 */
final class FileCheck {
    /** As many as a household's file may hold. */
    private static final int MOST_MEMBERS = 30;

    /** Where no rule says how much is plausible. */
    private static final int LINES_OF_PLAUSIBLE_INCOME = 10;

    private static final class Draft {
        final Line line;

        /** Null when nobody can tell of which township it is. */
        final @Nullable String id;

        final List<Read> members = new ArrayList<>();
        boolean bad;

        /** Whether the past of a member, or a list that names one, has to be looked into. */
        boolean notable;

        /** Who belongs to this very household now. */
        final Set<String> atHome = new HashSet<>();

        Draft(Line line, @Nullable String id) {
            this.line = line;
            this.id = id;
        }
    }

    private final Findings findings = new Findings();
    private final Register register;
    private final Blind blind;
    private final String region;
    private final Predicate<String> isTheSenders;
    private final Cells cells;
    private final HouseholdReading reading;
    private final Courses courses;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Person> persons = new HashMap<>();

    /** Where somebody of the file stands. */
    private record Person(Line line, String number, IdentityNumber identity) {}

    /** An assignment of a helper that the run would enter. */
    private record Wish(
            String number,
            Line line,
            String householdId,
            String village,
            String helper,
            LocalDate on) {
        boolean isHelped(HelpTime time) {
            return time.until() == null && time.householdId().equals(householdId);
        }
    }

    /** By a rule's place and day. */
    private record Asked(String village, LocalDate on) {}

    private final Map<String, Integer> personsByCourse = new HashMap<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Map<Asked, Optional<Integer>> helperMost = new HashMap<>();
    private final Set<String> usedCourses = new HashSet<>();

    /** Households that hold their places already. */
    private final Set<String> registered = new HashSet<>();

    private Map<String, Known> known = Map.of();
    private final Map<String, List<KnownGroup>> groups = new HashMap<>();
    private List<IdentityNumber> identities = List.of();
    private int memberLines;

    /** Bad ones that belong to no household of the file. */
    private int strayLines;

    /**
     * @param isTheSenders whether a region is the sender's to see
     * @param asOf the day of which the file speaks where a line gives none
     */
    FileCheck(
            Register register,
            Blind blind,
            String region,
            Predicate<String> isTheSenders,
            LocalDate asOf,
            LocalDate today) {
        this.register = register;
        this.blind = blind;
        this.region = region;
        this.isTheSenders = isTheSenders;
        this.cells = new Cells(findings, today);
        this.reading = new HouseholdReading(cells);
        this.courses = new Courses(findings, cells, register, region);
        this.asOf = asOf;
    }

    private final LocalDate asOf;

    Findings findings() {
        return findings;
    }

    /** The persons of the file, so that an erasure finds it while it waits. */
    List<IdentityNumber> identities() {
        return identities;
    }

    Checked check(byte[] file) throws Unreadable {
        var lines = new FileLines(findings);
        SheetFile.read(file, Limits.USUAL, lines);
        lines.end();
        courses.check(lines.courses);
        lines.households.forEach(this::household);
        if (drafts.isEmpty() && !findings.isWholeFileBad()) {
            findings.whole("-", 1, 0, ImportRule.NO_HOUSEHOLDS, null);
        }
        var members = new MemberReading(cells);
        lines.members.forEach(line -> member(members, line));
        elsewhere();
        numbered();
        // from here on the rows go as households are written: both would not fit side by side
        identities = List.copyOf(lines.numbers.values());
        persons.clear();
        lines.members.clear();
        known =
                register.known(
                        drafts.values().stream()
                                .flatMap(draft -> Stream.ofNullable(draft.id))
                                .toList());
        var good = new LinkedHashMap<String, Ready>();
        for (var draft : drafts.entrySet()) {
            findings.forget();
            var intake = intake(draft.getKey(), draft.getValue());
            if (intake != null && !findings.isBad() && !draft.getValue().bad) {
                good.put(draft.getKey(), Ready.of(intake));
            }
            draft.getValue().members.clear();
        }
        helpers(good);
        courses.without(usedCourses);
        quotas(good.values());
        var taken = findings.isWholeFileBad() ? List.<Ready>of() : List.copyOf(good.values());
        return new Checked(
                taken,
                courses.good,
                drafts.size(),
                memberLines,
                drafts.size() - taken.size(),
                findings.isWholeFileBad() && drafts.isEmpty()
                        ? Math.max(1, strayLines)
                        : strayLines);
    }

    /** For a sender who may not enter what the county decided. */
    void tellWhoRuns(Checked checked) {
        checked.good().stream()
                .flatMap(household -> Stream.ofNullable(household.course()))
                .findFirst()
                .map(checked.courses()::get)
                .ifPresent(course ->
                        findings.add(
                                course.sheet(), course.row(), 0, ImportRule.RUN_BY_THE_COUNTY));
    }

    private @Nullable String number(Line line) {
        var text = cells.required(line, Column.NUMBER);
        var cell = line.cell(Column.NUMBER);
        if (cell != null && cell.hasLostDigits()) {
            findings.add(line, Column.NUMBER, ImportRule.NUMBER_LOST_DIGITS);
            return null;
        }
        return text == null ? null : Texts.code(text);
    }

    private void household(Line line) {
        findings.forget();
        var number = number(line);
        if (number == null) {
            // with a line for each member the same line is met again as a member's
            if (!line.header().has(Column.NAME)) strayLines++;
            return;
        }
        var known = drafts.get(number);
        if (known == null) drafts.put(number, new Draft(line, householdId(line, number)));
        else if (line.header().has(Column.NAME)) sameAs(known, line);
        else if (line.saysTheSameAs(known.line)) {
            findings.add(
                    line,
                    Column.NUMBER,
                    ImportRule.DUPLICATE_LINE,
                    known.line.cellName(Column.NUMBER));
        } else {
            findings.add(
                    line,
                    Column.NUMBER,
                    ImportRule.DUPLICATE_HOUSEHOLD,
                    known.line.cellName(Column.NUMBER));
            known.bad = true;
        }
    }

    /** In a sheet with a line for each member the household's cells are empty or repeated. */
    private void sameAs(Draft known, Line line) {
        for (var column : Column.OF_HOUSEHOLD) {
            var here = line.cell(column);
            if (here == null || column == Column.NUMBER) continue;
            var first = known.line.cell(column);
            if (first == null || !first.text().equals(here.text())) {
                findings.add(line, column, ImportRule.CONTRADICTS, known.line.cellName(column));
                known.bad = true;
            }
        }
    }

    private void member(MemberReading members, Line line) {
        findings.forget();
        memberLines++;
        var number = number(line);
        var draft = number == null ? null : drafts.get(number);
        if (draft == null) {
            strayLines++;
            if (number != null) findings.add(line, Column.NUMBER, ImportRule.ORPHAN_MEMBER);
            return;
        }
        var read = members.read(line);
        var identity = read.number();
        if (identity != null && read.identity() != null) {
            var before = persons.putIfAbsent(identity, new Person(line, identity, read.identity()));
            if (before != null && before.line().saysTheSameAs(line)) {
                findings.add(
                        line,
                        Column.IDENTITY,
                        ImportRule.DUPLICATE_LINE,
                        before.line().cellName(Column.IDENTITY));
                return;
            }
            if (before != null) {
                findings.add(
                        line,
                        Column.IDENTITY,
                        ImportRule.PERSON_TWICE,
                        before.line().cellName(Column.IDENTITY));
                findings.add(
                        before.line(),
                        Column.IDENTITY,
                        ImportRule.PERSON_TWICE,
                        line.cellName(Column.IDENTITY));
                draftOf(before).bad = true;
            }
        }
        if (line.cell(Column.IDENTITY) == null) withoutNumberOnce(draft, read);
        draft.members.add(read);
        draft.bad |= findings.isBad();
    }

    /** Who has no number is told apart by name and birth. */
    private void withoutNumberOnce(Draft draft, MemberReading.Read read) {
        var name = read.body().path("name").asString("");
        draft.members.stream()
                .filter(before ->
                        before.line().cell(Column.IDENTITY) == null
                                && read.bornOn() != null
                                && read.bornOn().equals(before.bornOn())
                                && name.equals(before.body().path("name").asString("")))
                .findFirst()
                .ifPresent(before ->
                        findings.add(
                                read.line(),
                                Column.NAME,
                                ImportRule.MEMBER_WITHOUT_NUMBER_TWICE,
                                before.line().cellName(Column.NAME)));
    }

    private Draft draftOf(Person member) {
        var number = Objects.requireNonNull(number(member.line()));
        return Objects.requireNonNull(drafts.get(number));
    }

    /** Who is in another household of the register; asked for all at once. */
    private void elsewhere() {
        var all = List.copyOf(persons.values());
        var identities = all.stream().map(Person::identity).toList();
        register.notable(identities).forEach(at -> draftOf(all.get(at)).notable = true);
        register.householdsOf(identities)
                .forEach((at, home) -> {
                    var person = all.get(at);
                    var draft = draftOf(person);
                    if (home.householdId().equals(draft.id)) {
                        draft.atHome.add(person.number());
                        return;
                    }
                    findings.add(
                            person.line(),
                            Column.IDENTITY,
                            ImportRule.PERSON_IN_ANOTHER_HOUSEHOLD,
                            home.region() != null && isTheSenders.test(home.region())
                                    ? home.householdId()
                                    : null);
                    draft.bad = true;
                });
    }

    /** Whose the national system's numbers are: of two households in the file, or another's. */
    private void numbered() {
        var by = new LinkedHashMap<String, Draft>();
        for (var draft : drafts.values()) {
            var cell = draft.line.cell(Column.FILE_NUMBER);
            if (cell == null) continue;
            var number = HouseholdReading.spelled(cell.text());
            var before = by.putIfAbsent(number, draft);
            if (before == null) continue;
            twice(draft, before);
            twice(before, draft);
        }
        register.householdsNumbered(by.keySet())
                .forEach((number, home) -> {
                    var draft = Objects.requireNonNull(by.get(number));
                    if (home.householdId().equals(draft.id)) return;
                    findings.add(
                            draft.line,
                            Column.FILE_NUMBER,
                            ImportRule.HOUSEHOLD_NUMBER_OF_ANOTHER,
                            home.region() != null && isTheSenders.test(home.region())
                                    ? home.householdId()
                                    : null);
                    draft.bad = true;
                });
    }

    private void twice(Draft one, Draft other) {
        findings.add(
                one.line,
                Column.FILE_NUMBER,
                ImportRule.HOUSEHOLD_NUMBER_TWICE,
                other.line.cellName(Column.FILE_NUMBER));
        one.bad = true;
    }

    /** By township and number: a village that was mistyped does not make another household. */
    private @Nullable String householdId(Line line, String number) {
        var typed = line.cell(Column.VILLAGE);
        if (typed == null) return null;
        var village = Texts.code(typed.text());
        return village.length() < 9 ? null : blind.id("household", village.substring(0, 9), number);
    }

    private @Nullable Intake intake(String number, Draft draft) {
        var line = draft.line;
        var village = village(line);
        var group = cells.words(line, Column.GROUP, 50);
        var batch = cells.words(line, Column.BATCH, 50);
        var appliedOn = cells.date(line, Column.APPLIED_ON);
        var dayIsDefault = appliedOn == null;
        var before = draft.id == null ? null : known.get(draft.id);
        // the day is not given anew with each file
        if (appliedOn == null) appliedOn = before == null ? asOf : before.openedOn();
        members(draft, before == null ? appliedOn : null);
        var persons = draft.members.size();
        var survey = reading.survey(line, on -> bornBy(draft, on));
        var details = reading.details(line);
        var helper = reading.helper(line);
        var fileNumber = reading.fileNumber(line);
        var key = village == null ? "" : Courses.key(village, batch);
        var course = courses.good.get(key);
        if (course != null) usedCourses.add(key);
        else if (courses.bad.contains(key)) {
            findings.add(line, Column.VILLAGE, ImportRule.COURSE_UNSET);
        } else if (village != null) {
            findings.add(line, Column.VILLAGE, ImportRule.NO_COURSE);
            withoutCourse(line);
        }
        var votes = course == null ? new int[2] : votes(line, course);
        var registration = course == null ? null : registration(draft, course, survey);
        // a day that could not be read says nothing of the order
        var isRead = !dayIsDefault || cells.raw(line, Column.APPLIED_ON) == null;
        if (survey != null && isRead) surveyed(line, survey, appliedOn, course);
        var id = draft.id;
        if (village == null || id == null) return null;
        ended(line, village, appliedOn);
        group(line, village, group, appliedOn);
        if (survey != null) plausible(draft, village, survey, course != null);
        if (before == null) mayApply(draft, id, village, appliedOn);
        else isThere(draft, id, village, before, survey, course);
        if (course != null) {
            listed(draft, id, course);
            if (helper != null) helped(number, line, id, village, course, helper);
        }
        return new Intake(
                id,
                line.header().sheet(),
                line.row().number(),
                village,
                persons,
                application(draft, id, village, group, appliedOn, details),
                draft.members.stream().map(this::part).toList(),
                survey,
                details,
                registration,
                course == null ? null : helper,
                course == null ? null : key,
                votes[0],
                votes[1],
                dayIsDefault,
                missing(draft),
                fileNumber);
    }

    private static Set<Column> missing(Draft draft) {
        var missing = EnumSet.noneOf(Column.class);
        missing.addAll(Column.OF_HOUSEHOLD);
        missing.removeAll(draft.line.header().at().keySet());
        if (!draft.members.isEmpty()) {
            missing.addAll(Column.OF_MEMBER);
            missing.removeAll(draft.members.getFirst().line().header().at().keySet());
        }
        return missing;
    }

    private @Nullable String village(Line line) {
        var text = cells.required(line, Column.VILLAGE);
        if (text == null) return null;
        var village = Texts.code(text);
        if (!village.matches("\\d{12}") || !register.isListedVillage(village)) {
            findings.add(line, Column.VILLAGE, ImportRule.VILLAGE_UNKNOWN);
            return null;
        }
        if (!register.liesIn(village, region)) {
            findings.add(line, Column.VILLAGE, ImportRule.VILLAGE_ELSEWHERE);
        }
        return village;
    }

    private void ended(Line line, String village, LocalDate appliedOn) {
        var end = register.endOf(village);
        if (end != null && !appliedOn.isBefore(end)) {
            findings.add(line, Column.VILLAGE, ImportRule.VILLAGE_ENDED);
        }
    }

    /** As the decision will have it: one of those listed that day, where any is. */
    private void group(Line line, String village, @Nullable String group, LocalDate on) {
        if (group == null) return;
        var then =
                groups.computeIfAbsent(village, register::groupsOf).stream()
                        .filter(known -> known.isThereOn(on))
                        .toList();
        if (!then.isEmpty() && then.stream().noneMatch(known -> known.isCalled(group))) {
            findings.add(line, Column.GROUP, ImportRule.GROUP_UNKNOWN);
        }
    }

    /**
     * @param appliedOn null for a household that applied before the file: whoever was born since is
     *     a member more
     */
    private void members(Draft draft, @Nullable LocalDate appliedOn) {
        var line = draft.line;
        var said = cells.whole(line, Column.SIZE, 1, 100);
        if (draft.members.isEmpty()) findings.add(line, Column.NUMBER, ImportRule.NO_MEMBERS);
        else if (said != null && said != draft.members.size()) {
            findings.add(line, Column.SIZE, ImportRule.SIZE_DIFFERS);
        }
        if (draft.members.size() > MOST_MEMBERS) {
            findings.add(line, Column.NUMBER, ImportRule.TOO_MANY_MEMBERS);
        }
        var heads = of(draft, "HEAD");
        if (heads.isEmpty() && !draft.members.isEmpty()) {
            findings.add(line, Column.NUMBER, ImportRule.NO_HEAD);
        }
        heads.stream()
                .skip(1)
                .forEach(m ->
                        findings.add(
                                m.line(),
                                Column.RELATION,
                                ImportRule.TWO_HEADS,
                                heads.getFirst().line().cellName(Column.RELATION)));
        of(draft, "SPOUSE").stream()
                .skip(1)
                .forEach(m -> findings.add(m.line(), Column.RELATION, ImportRule.TWO_SPOUSES));
        if (appliedOn == null) return;
        draft.members.stream()
                .filter(member -> isBornAfter(member, appliedOn))
                .forEach(member ->
                        findings.add(
                                member.line(), Column.IDENTITY, ImportRule.BORN_AFTER_APPLICATION));
    }

    private static boolean isBornAfter(Read member, LocalDate day) {
        return member.bornOn() != null && member.bornOn().isAfter(day);
    }

    private static int bornBy(Draft draft, LocalDate day) {
        return (int) draft.members.stream().filter(member -> !isBornAfter(member, day)).count();
    }

    /** What the line says of a decision that nobody has told of. */
    private void withoutCourse(Line line) {
        var said = Column.OF_REGISTRATION.stream().filter(c -> line.cell(c) != null).toList();
        if (said.isEmpty()) return;
        var others = said.stream().skip(1).map(line::cellName).collect(Collectors.joining("、"));
        findings.add(
                line, said.getFirst(), ImportRule.NEEDS_COURSE, others.isEmpty() ? null : others);
    }

    private static List<Read> numbered(Draft draft) {
        return draft.members.stream().filter(member -> member.identity() != null).toList();
    }

    private static List<IdentityNumber> identities(List<Read> numbered) {
        return numbered.stream().map(member -> Objects.requireNonNull(member.identity())).toList();
    }

    private void mayApply(Draft draft, String id, String village, LocalDate appliedOn) {
        if (!draft.notable) return;
        var members = numbered(draft);
        register.mayNotApply(id, village, appliedOn, identities(members))
                .forEach((at, rule) -> findings.add(members.get(at).line(), Column.IDENTITY, rule));
    }

    private void listed(Draft draft, String id, Course course) {
        if (!draft.notable || registered.contains(id)) return;
        var members = numbered(draft);
        register.excluded(id, course.village(), course.approvedOn(), identities(members))
                .forEach(at ->
                        findings.add(members.get(at).line(), Column.IDENTITY, ImportRule.EXCLUDED));
    }

    /** What came after the file that brought the household. */
    private void isThere(
            Draft draft,
            String id,
            String village,
            Known before,
            @Nullable ObjectNode survey,
            @Nullable Course course) {
        var line = draft.line;
        if (before.made().contains(Step.REGISTRATION)) registered.add(id);
        if (before.ended()) {
            findings.add(line, Column.NUMBER, ImportRule.HOUSEHOLD_ENDED);
            return;
        }
        if (isByHand(before, survey, course)) {
            findings.add(line, Column.NUMBER, ImportRule.HANDLED_BY_HAND);
        }
        if (!village.equals(before.region())) {
            findings.add(line, Column.VILLAGE, ImportRule.LIES_ELSEWHERE);
        }
        if (asOf.isBefore(before.openedOn())) {
            findings.add(line, Column.APPLIED_ON, ImportRule.BEFORE_THE_OPENING);
        }
        var exitYear = before.exitIncomeYear();
        if (survey != null
                && exitYear != null
                && survey.path("incomeYear").asInt() >= exitYear
                && !blind.hex("survey", id, survey).equals(before.survey())) {
            findings.add(line, Column.INCOME_YEAR, ImportRule.INCOME_YEAR_NOT_BEFORE_EXIT);
        }
        var members = numbered(draft);
        if (!members.isEmpty() && draft.atHome.isEmpty()) {
            findings.add(line, Column.NUMBER, ImportRule.ANOTHER_HOUSEHOLD);
            return;
        }
        for (var member : members) {
            if (!draft.atHome.contains(member.number())) {
                findings.add(member.line(), Column.IDENTITY, ImportRule.NOT_A_MEMBER);
            }
        }
    }

    /** Whether the next step that the file would enter is there, and not from a file. */
    private static boolean isByHand(
            Known before, @Nullable ObjectNode survey, @Nullable Course course) {
        if (before.isBeyond(Step.APPLICATION)) return true;
        if (survey != null && before.isBeyond(Step.SURVEY)) return true;
        return course != null
                && Stream.of(Step.ASSESSMENT, Step.REVIEW, Step.REGISTRATION)
                        .anyMatch(before::isBeyond);
    }

    /** Whether the helper may have one more is asked when all households are read. */
    private void helped(
            String number, Line line, String id, String village, Course course, ObjectNode helper) {
        var before = known.get(id);
        if (before != null && before.byFile().contains(Step.HELPER)) return;
        var on = LocalDate.parse(helper.path("assignedOn").asString());
        if (on.isBefore(course.approvedOn())) {
            findings.add(line, Column.HELPED_SINCE, ImportRule.DATE_OUT_OF_ORDER);
        }
        if (helperMost(village, on) == null) {
            findings.add(line, Column.HELPED_SINCE, ImportRule.NO_HELPER_RULE);
            return;
        }
        var helperId = helper.path("helperId").asString();
        wishes.add(new Wish(number, line, id, village, helperId, on));
    }

    private @Nullable Integer helperMost(String village, LocalDate on) {
        return helperMost
                .computeIfAbsent(
                        new Asked(village, on),
                        asked ->
                                Optional.ofNullable(
                                        register.rule(
                                                RuleCode.HELPER_HOUSEHOLDS_MAX,
                                                asked.village(),
                                                asked.on())))
                .orElse(null);
    }

    /** In the order of the file: whoever comes when a helper has all that are allowed is out. */
    private void helpers(Map<String, Ready> good) {
        if (wishes.isEmpty()) return;
        var times = register.timesOfHelpers(wishes.stream().map(Wish::helper).distinct().toList());
        var having = new HashMap<String, List<HelpTime>>();
        for (var wish : wishes) {
            if (!good.containsKey(wish.number())) continue;
            var has =
                    having.computeIfAbsent(
                            wish.helper(),
                            helper -> new ArrayList<>(times.getOrDefault(helper, List.of())));
            if (has.stream().anyMatch(wish::isHelped)) continue;
            has.add(new HelpTime(wish.householdId(), wish.on(), null));
            var most = Objects.requireNonNull(helperMost(wish.village(), wish.on()));
            if (HelpTime.mostAtOnce(has, wish.on(), null) > most) {
                has.removeLast();
                good.remove(wish.number());
                findings.add(wish.line(), Column.HELPER, ImportRule.HELPER_HAS_TOO_MANY_HOUSEHOLDS);
            }
        }
    }

    private static List<Read> of(Draft draft, String relation) {
        return draft.members.stream().filter(m -> relation.equals(m.relation())).toList();
    }

    private int[] votes(Line line, Course course) {
        var said = cells.whole(line, Column.VOTES_FOR, 0, 100_000);
        var saidAgainst = cells.whole(line, Column.VOTES_AGAINST, 0, 100_000);
        var votesFor =
                said != null
                        ? said
                        : course.votesFor() != null ? course.votesFor() : course.attendance();
        var against =
                saidAgainst != null
                        ? saidAgainst
                        : course.votesAgainst() != null ? course.votesAgainst() : 0;
        if (votesFor + against > course.attendance()) {
            findings.add(line, Column.VOTES_FOR, ImportRule.MORE_VOTES_THAN_PRESENT);
        } else if (votesFor <= against) {
            findings.add(line, Column.VOTES_FOR, ImportRule.VOTED_DOWN);
        }
        return new int[] {votesFor, against};
    }

    private ObjectNode registration(Draft draft, Course course, @Nullable ObjectNode survey) {
        var line = draft.line;
        var body = reading.registration(line);
        if (survey == null) {
            findings.add(line, Column.SURVEYED_ON, ImportRule.COURSE_NEEDS_SURVEY);
            return body;
        }
        var persons = bornBy(draft, LocalDate.parse(survey.path("surveyedOn").asString()));
        var line0 =
                register.lineFen(
                        course.village(),
                        survey.path("incomeYear").asInt(),
                        Standard.valueOf(body.path("standard").asString()));
        if (line0 == null) findings.add(line, Column.INCOME_YEAR, ImportRule.NO_LINE);
        else if (persons > 0 && Math.floorDiv(net(survey), persons) >= line0) {
            findings.add(line, Column.PER_HEAD, ImportRule.INCOME_NOT_BELOW_LINE);
        }
        return body;
    }

    /**
     * What would stand among the findings as soon as it was entered.
     *
     * @param judged whether a course holds the income against the line, which is stricter
     */
    private void plausible(Draft draft, String village, ObjectNode survey, boolean judged) {
        var net = net(survey);
        if (net < 0) findings.add(draft.line, Column.COST, ImportRule.NET_INCOME_NEGATIVE);
        if (judged) return;
        var surveyedOn = LocalDate.parse(survey.path("surveyedOn").asString());
        var persons = bornBy(draft, surveyedOn);
        var most = plausibleFen(village, surveyedOn, survey.path("incomeYear").asInt());
        if (most != null && persons > 0 && Math.floorDiv(net, persons) > most) {
            findings.add(draft.line, Column.PER_HEAD, ImportRule.INCOME_PER_HEAD_IMPLAUSIBLE);
        }
    }

    private @Nullable Long plausibleFen(String village, LocalDate on, int year) {
        var yuan = register.rule(RuleCode.INCOME_PER_HEAD_MAX, village, on);
        if (yuan != null) return yuan * 100L;
        var line = register.lineFen(village, year, Standard.NATIONAL);
        return line == null ? null : line * LINES_OF_PLAUSIBLE_INCOME;
    }

    private static long net(ObjectNode survey) {
        return survey.path("wageFen").asLong()
                + survey.path("businessFen").asLong()
                + survey.path("transferFen").asLong()
                + survey.path("propertyFen").asLong()
                - survey.path("costFen").asLong();
    }

    private void surveyed(
            Line line, ObjectNode survey, LocalDate appliedOn, @Nullable Course course) {
        var on = LocalDate.parse(survey.path("surveyedOn").asString());
        if (on.isBefore(appliedOn) || course != null && course.assessedOn().isBefore(on)) {
            findings.add(line, Column.SURVEYED_ON, ImportRule.DATE_OUT_OF_ORDER);
        }
    }

    private ObjectNode application(
            Draft draft,
            String id,
            String village,
            @Nullable String group,
            LocalDate appliedOn,
            @Nullable ObjectNode details) {
        var body = EventJson.MAPPER.createObjectNode();
        body.put("region", village);
        if (group != null) body.put("group", group);
        body.put("appliedOn", appliedOn.toString());
        var members = body.putArray("members");
        draft.members.forEach(member -> members.add(member.body()));
        if (details != null) body.set("details", details);
        return body;
    }

    private MemberPart part(Read member) {
        var body = member.body();
        var key =
                MemberPart.keyOf(
                        blind,
                        member.number(),
                        body.path("name").asString(),
                        body.path("bornOn").asString());
        return new MemberPart(
                key,
                MemberPart.fingerprintOf(
                        blind, body.path("name").asString(), body.path("relation").asString()),
                member.line().cellName(Column.NAME));
    }

    /** Villages draw on the quotas above them together. */
    private void quotas(Collection<Ready> good) {
        for (var intake : good) {
            if (intake.course() != null && !registered.contains(intake.householdId())) {
                personsByCourse.merge(intake.course(), intake.persons(), Integer::sum);
            }
        }
        var left = new HashMap<String, Map<String, Integer>>();
        var asked = new HashMap<String, Integer>();
        personsByCourse.forEach((key, persons) -> {
            var course = courses.good.get(key);
            if (course == null) return;
            var quotas = register.placesLeft(course.village(), course.approvedOn().getYear());
            left.put(key, quotas);
            quotas.keySet().forEach(quota -> asked.merge(quota, persons, Integer::sum));
        });
        for (var course : courses.good.values()) {
            var quotas = left.getOrDefault(course.key(), Map.of());
            if (quotas.entrySet().stream()
                    .anyMatch(quota -> quota.getValue() < asked.getOrDefault(quota.getKey(), 0))) {
                findings.add(course.sheet(), course.row(), 0, ImportRule.QUOTA_TOO_SMALL);
            }
        }
    }
}
