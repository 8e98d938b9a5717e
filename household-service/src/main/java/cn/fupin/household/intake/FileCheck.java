package cn.fupin.household.intake;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Limits;
import cn.fupin.documents.sheet.SheetFile;
import cn.fupin.documents.sheet.Texts;
import cn.fupin.documents.sheet.Unreadable;
import cn.fupin.household.division.Division;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.intake.Intake.Checked;
import cn.fupin.household.intake.Intake.Course;
import cn.fupin.household.intake.Intake.MemberPart;
import cn.fupin.household.intake.Intake.Ready;
import cn.fupin.household.intake.MemberReading.Read;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.vault.IdentityNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file and checks every line of it, against itself and against the register. Nothing is
 * entered: what comes out are the findings, and the households that could be.
 */
final class FileCheck {
    /** As many as a household's file may hold. */
    private static final int MOST_MEMBERS = 30;

    private static final class Draft {
        final Line line;
        final List<Read> members = new ArrayList<>();
        boolean bad;

        Draft(Line line) {
            this.line = line;
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
    private record Person(Line line, IdentityNumber identity) {}

    private final Map<String, Integer> personsByCourse = new HashMap<>();
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
        // from here on the rows go as households are written: both would not fit side by side
        identities = List.copyOf(lines.numbers.values());
        persons.clear();
        lines.members.clear();
        var good = new ArrayList<Ready>();
        for (var draft : drafts.entrySet()) {
            findings.forget();
            var intake = intake(draft.getKey(), draft.getValue());
            if (intake != null && !findings.isBad() && !draft.getValue().bad) {
                good.add(Ready.of(intake));
            }
            draft.getValue().members.clear();
        }
        quotas(good);
        var taken = findings.isWholeFileBad() ? List.<Ready>of() : good;
        var bad = drafts.size() - taken.size() + strayLines;
        return new Checked(
                taken,
                courses.good,
                drafts.size(),
                memberLines,
                findings.isWholeFileBad() ? Math.max(1, bad) : bad);
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
        if (known == null) drafts.put(number, new Draft(line));
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
            var before = persons.putIfAbsent(identity, new Person(line, read.identity()));
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
        draft.members.add(read);
        draft.bad |= findings.isBad();
    }

    private Draft draftOf(Person member) {
        var number = Objects.requireNonNull(number(member.line()));
        return Objects.requireNonNull(drafts.get(number));
    }

    /** Who is in another household of the register; asked for all at once. */
    private void elsewhere() {
        var all = List.copyOf(persons.values());
        register.householdsOf(all.stream().map(Person::identity).toList())
                .forEach((at, home) -> {
                    var person = all.get(at);
                    var draft = draftOf(person);
                    if (home.householdId().equals(householdId(draft.line))) return;
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

    /** By township and number: a village that was mistyped does not make another household. */
    private @Nullable String householdId(Line line) {
        var number = number(line);
        var typed = cells.raw(line, Column.VILLAGE);
        if (number == null || typed == null) return null;
        var village = Texts.code(typed);
        return village.length() < 9 ? null : blind.id("household", village.substring(0, 9), number);
    }

    private @Nullable Intake intake(String number, Draft draft) {
        var line = draft.line;
        var village = village(line);
        var group = cells.words(line, Column.GROUP, 50);
        var batch = cells.words(line, Column.BATCH, 50);
        var appliedOn = cells.date(line, Column.APPLIED_ON);
        var dayIsDefault = appliedOn == null;
        if (appliedOn == null) appliedOn = asOf;
        members(draft, appliedOn);
        var persons = draft.members.size();
        var survey = reading.survey(line, persons);
        var details = reading.details(line);
        var helper = reading.helper(line);
        var key = village == null ? "" : Courses.key(village, batch);
        var course = courses.good.get(key);
        if (courses.bad.contains(key)) {
            findings.add(line, Column.VILLAGE, ImportRule.COURSE_UNSET);
        } else if (course == null) {
            findings.add(line, Column.VILLAGE, ImportRule.NO_COURSE);
        }
        var votes = course == null ? new int[2] : votes(line, course);
        var registration = course == null ? null : registration(line, course, survey, persons);
        // a day that could not be read says nothing of the order
        var isRead = !dayIsDefault || cells.raw(line, Column.APPLIED_ON) == null;
        if (survey != null && isRead) surveyed(line, survey, appliedOn, course);
        var id = householdId(line);
        if (village == null || id == null) return null;
        ended(line, village, appliedOn);
        group(line, village, group, appliedOn);
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
                dayIsDefault);
    }

    private @Nullable String village(Line line) {
        var text = cells.required(line, Column.VILLAGE);
        if (text == null) return null;
        var village = Texts.code(text);
        if (!village.matches("\\d{12}") || !register.isListedVillage(village)) {
            findings.add(line, Column.VILLAGE, ImportRule.VILLAGE_UNKNOWN);
            return null;
        }
        if (!Division.isWithin(village, region)) {
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

    private void members(Draft draft, LocalDate appliedOn) {
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
        for (var member : draft.members) {
            if (member.bornOn() != null && member.bornOn().isAfter(appliedOn)) {
                findings.add(member.line(), Column.IDENTITY, ImportRule.BORN_AFTER_APPLICATION);
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

    private ObjectNode registration(
            Line line, Course course, @Nullable ObjectNode survey, int persons) {
        var body = reading.registration(line);
        if (survey == null) {
            findings.add(line, Column.SURVEYED_ON, ImportRule.COURSE_NEEDS_SURVEY);
            return body;
        }
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
                member.number() != null
                        ? blind.hex("person", member.number())
                        : blind.hex(
                                "person",
                                body.path("name").asString(),
                                body.path("bornOn").asString());
        return new MemberPart(
                key,
                blind.hex("name", body.path("name").asString(), body.path("relation").asString()),
                member.line().cellName(Column.NAME));
    }

    private void quotas(List<Ready> good) {
        for (var intake : good) {
            if (intake.course() != null) {
                personsByCourse.merge(intake.course(), intake.persons(), Integer::sum);
            }
        }
        Set<String> told = new HashSet<>();
        for (var course : courses.good.values()) {
            var left = register.placesLeft(course.village(), course.approvedOn().getYear());
            var persons = personsByCourse.getOrDefault(course.key(), 0);
            if (left != null && left < persons && told.add(course.key())) {
                findings.add(course.sheet(), course.row(), 0, ImportRule.QUOTA_TOO_SMALL);
            }
        }
    }
}
