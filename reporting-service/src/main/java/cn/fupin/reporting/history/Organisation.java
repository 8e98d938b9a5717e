package cn.fupin.reporting.history;

import cn.fupin.reporting.register.HelperNames;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who sees to a place on a day: folded from what its stream says, and a total function of it. A
 * person stands by the staff id, the unit, and the masked name where one was told.
 *
 * @param name as the place is called on the day, its code where nobody listed it
 * @param firstSecretary 第一书记, null where there is none
 * @param helperUnits 帮扶单位
 * @param teams 驻村工作队 and others, those that were withdrawn left out
 * @param leadingGroups 领导小组 as last composed
 * @param contacts 单位联系
 * @param staff how many have a duty, by kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Organisation(
        String region,
        String name,
        @Nullable Secretary firstSecretary,
        List<HelperUnit> helperUnits,
        List<Team> teams,
        List<LeadingGroup> leadingGroups,
        List<Contact> contacts,
        List<Staff> staff) {

    /**
     * {@code eventId}: by which it is so; so in the others. {@code maskedName}, {@code personId}:
     * null if not told; by the latter name and phone are revealed with a reason.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Secretary(
            String staffId,
            @Nullable String maskedName,
            @Nullable String personId,
            String unit,
            LocalDate since,
            String eventId) {}

    public record HelperUnit(String unit, LocalDate since, String eventId) {}

    /**
     * @param kind RESIDENT, SURVEY_GROUP, LEADING_GROUP
     * @param level who sent it: CITY, COUNTY, TOWNSHIP, VILLAGE
     * @param units that staff it; empty where nobody says which
     * @param members all who work in it; empty where nobody says
     */
    public record Team(
            String team,
            String kind,
            String level,
            List<String> units,
            LocalDate since,
            List<Member> members,
            String eventId) {
        public String zh() {
            return FormTerms.zh("team", kind);
        }

        public String en() {
            return FormTerms.en("team", kind);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            String staffId,
            @Nullable String maskedName,
            @Nullable String personId,
            String unit,
            boolean leader) {}

    /** Offices, not persons. {@code bureau}: whose office does the daily work. */
    public record LeadingGroup(
            String group,
            String leader,
            List<String> deputies,
            List<String> members,
            @Nullable String bureau,
            LocalDate since,
            String eventId) {}

    public record Contact(String unit, long households, LocalDate since, String eventId) {}

    /** {@code kind}: OFFICER, HELPER, DATA_CLERK. */
    public record Staff(String kind, long persons) {
        public String zh() {
            return FormTerms.zh("staff", kind);
        }

        public String en() {
            return FormTerms.en("staff", kind);
        }
    }

    @JsonIgnore
    public boolean isNobody() {
        return firstSecretary == null
                && helperUnits.isEmpty()
                && teams.isEmpty()
                && leadingGroups.isEmpty()
                && contacts.isEmpty()
                && staff.isEmpty();
    }

    /**
     * @param events of that place up to the day, in order
     * @param staff who they are, by staff id
     */
    static Organisation of(
            String region,
            String name,
            List<LifeEvent> events,
            Map<String, HelperNames.Named> staff) {
        var fold = new Fold(staff);
        events.forEach(fold::apply);
        return fold.result(region, name);
    }

    /** The mutable half of the fold. */
    private static final class Fold {
        private final Map<String, HelperNames.Named> named;
        private @Nullable Secretary secretary;
        private final Map<String, HelperUnit> units = new TreeMap<>();
        private final Map<String, Team> teams = new TreeMap<>();
        private final Map<String, LeadingGroup> groups = new TreeMap<>();
        private final Map<String, Contact> contacts = new TreeMap<>();
        private final Map<String, Long> staff = new TreeMap<>();

        Fold(Map<String, HelperNames.Named> named) {
            this.named = named;
        }

        private @Nullable String name(String staffId) {
            var known = named.get(staffId);
            return known == null ? null : known.name();
        }

        private @Nullable String person(String staffId) {
            var known = named.get(staffId);
            return known == null ? null : known.personId();
        }

        void apply(LifeEvent e) {
            switch (e.type()) {
                case "FirstSecretaryAppointed" -> secretary = secretary(e, e.payload());
                case "FirstSecretaryRecalled" -> {
                    var successor = e.payload().path("successor");
                    secretary = successor.isObject() ? secretary(e, successor) : null;
                }
                case "HelperUnitAssigned" -> unit(e, e.text("unit"));
                case "HelperUnitReleased" -> {
                    units.remove(e.text("unit"));
                    if (!e.text("successor").isEmpty()) unit(e, e.text("successor"));
                }
                case "WorkTeamFormed" -> formed(e);
                case "WorkTeamStaffed" ->
                        teams.computeIfPresent(e.text("team"), (_, team) -> staffed(team, e));
                case "WorkTeamWithdrawn" -> teams.remove(e.text("team"));
                case "LeadingGroupFormed" -> group(e);
                case "UnitContactAssigned" ->
                        contacts.put(
                                e.text("unit"),
                                new Contact(
                                        e.text("unit"),
                                        e.number("households"),
                                        e.occurredOn(),
                                        e.id()));
                case "UnitContactEnded" -> contacts.remove(e.text("unit"));
                case "StaffAppointed" ->
                        staff.merge(e.text("kind"), e.number("persons"), Long::sum);
                case "StaffReleased" ->
                        staff.merge(e.text("kind"), -e.number("persons"), Long::sum);
                default -> {} // changes nobody's duty
            }
        }

        private Secretary secretary(LifeEvent e, JsonNode person) {
            var id = person.path("staffId").asString("");
            return new Secretary(
                    id,
                    name(id),
                    person(id),
                    person.path("unit").asString(""),
                    e.occurredOn(),
                    e.id());
        }

        private void unit(LifeEvent e, String unit) {
            units.put(unit, new HelperUnit(unit, e.occurredOn(), e.id()));
        }

        private void formed(LifeEvent e) {
            teams.put(
                    e.text("team"),
                    new Team(
                            e.text("team"),
                            e.text("kind"),
                            e.text("level"),
                            texts(e, "units"),
                            e.occurredOn(),
                            members(e),
                            e.id()));
        }

        private Team staffed(Team team, LifeEvent e) {
            return new Team(
                    team.team(),
                    team.kind(),
                    team.level(),
                    team.units(),
                    team.since(),
                    members(e),
                    e.id());
        }

        private List<Member> members(LifeEvent e) {
            var members = new ArrayList<Member>();
            for (var member : e.payload().path("members")) {
                var id = member.path("staffId").asString("");
                members.add(
                        new Member(
                                id,
                                name(id),
                                person(id),
                                member.path("unit").asString(""),
                                member.path("leader").asBoolean(false)));
            }
            return List.copyOf(members);
        }

        private void group(LifeEvent e) {
            groups.put(
                    e.text("group"),
                    new LeadingGroup(
                            e.text("group"),
                            e.text("leader"),
                            texts(e, "deputies"),
                            texts(e, "members"),
                            e.text("bureau").isEmpty() ? null : e.text("bureau"),
                            e.occurredOn(),
                            e.id()));
        }

        private static List<String> texts(LifeEvent e, String field) {
            var texts = new ArrayList<String>();
            e.payload().path(field).forEach(text -> texts.add(text.asString("")));
            return List.copyOf(texts);
        }

        Organisation result(String region, String name) {
            return new Organisation(
                    region,
                    name,
                    secretary,
                    List.copyOf(units.values()),
                    List.copyOf(teams.values()),
                    List.copyOf(groups.values()),
                    List.copyOf(contacts.values()),
                    staff.entrySet().stream()
                            .filter(kind -> kind.getValue() > 0)
                            .map(kind -> new Staff(kind.getKey(), kind.getValue()))
                            .toList());
        }
    }
}
