package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.PlainText;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.region.Organisation.Team;
import cn.fupin.household.region.OrganisationCommand.*;
import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.Region.OutOfPoverty;
import cn.fupin.household.region.Region.Poor;
import cn.fupin.household.region.RegionEvent.TeamKind;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sees to a poor village stays until it is out of poverty, or hands over to a successor
 * 不脱贫不收队、不换人. Where there is no poor village to be brought out, a decision is enough.
 */
final class Organising {
    private Organising() {}

    static OrganisationEvent decide(OrganisationCommand command, Listed region) {
        if (hasEnded(region, command.on()) && !isLeaving(command)) {
            throw new Refused(ALREADY_SUPERSEDED);
        }
        return switch (command) {
            case FormLeadingGroup c -> form(c, region);
            case StaffWorkTeam c -> staff(c, region);
            case WithdrawWorkTeam c -> withdraw(c, region);
            case AppointFirstSecretary c -> appoint(c, village(region));
            case RecallFirstSecretary c -> recall(c, village(region));
            case AssignHelperUnit c -> assign(c, village(region));
            case ReleaseHelperUnit c -> release(c, village(region));
            case ReleaseStaff c -> release(c, region);
            case EndUnitContact c -> end(c, village(region));
            case AdoptRegionPlan c -> adopt(c, region);
        };
    }

    /** Nobody comes to a division that has ended; who was there goes. */
    private static boolean isLeaving(OrganisationCommand command) {
        return switch (command) {
            case WithdrawWorkTeam _, ReleaseStaff _, EndUnitContact _ -> true;
            case RecallFirstSecretary c -> c.successor() == null;
            case ReleaseHelperUnit c -> c.successor() == null;
            case FormLeadingGroup _,
                    StaffWorkTeam _,
                    AppointFirstSecretary _,
                    AssignHelperUnit _,
                    AdoptRegionPlan _ ->
                    false;
        };
    }

    private static boolean hasEnded(Listed region, LocalDate on) {
        var ended = region.supersededOn();
        return ended != null && !on.isBefore(ended);
    }

    /** Composed anew, it is formed again on a later day. */
    private static LeadingGroupFormed form(FormLeadingGroup c, Listed region) {
        var groups = region.organisation().groups();
        var group = PlainText.among(groups.keySet(), c.group());
        var since = groups.get(group);
        if (since != null && !c.on().isAfter(since)) {
            throw new Refused(LEADING_GROUP_ALREADY_FORMED, Map.of("since", since.toString()));
        }
        return new LeadingGroupFormed(
                region.code(),
                c.on(),
                group,
                c.leader(),
                c.deputies(),
                c.members(),
                c.bureau(),
                c.documentNo(),
                c.assumed());
    }

    private static WorkTeamStaffed staff(StaffWorkTeam c, Listed region) {
        var name = called(region, c.team());
        team(region, name, c.on());
        return new WorkTeamStaffed(region.code(), c.on(), name, c.members(), c.assumed());
    }

    private static WorkTeamWithdrawn withdraw(WithdrawWorkTeam c, Listed region) {
        var name = called(region, c.team());
        var team = team(region, name, c.on());
        if (team.kind() == TeamKind.RESIDENT) afterExit(region, c.on());
        return new WorkTeamWithdrawn(
                region.code(), c.on(), name, c.reason(), c.decidedBy(), c.assumed());
    }

    private static FirstSecretaryAppointed appoint(AppointFirstSecretary c, Listed region) {
        var organisation = region.organisation();
        if (organisation.secretary() != null) {
            throw new Refused(ALREADY_A_FIRST_SECRETARY);
        }
        notBefore(organisation.secretarySince(), c.on());
        return new FirstSecretaryAppointed(
                region.code(), c.on(), c.staffId(), c.unit(), c.decidedBy(), c.assumed());
    }

    private static FirstSecretaryRecalled recall(RecallFirstSecretary c, Listed region) {
        var organisation = region.organisation();
        if (!c.staffId().equals(organisation.secretary())) throw new Refused(NOT_FIRST_SECRETARY);
        notBefore(organisation.secretarySince(), c.on());
        var successor = c.successor();
        if (successor == null) {
            afterExit(region, c.on());
        } else if (successor.staffId().equals(c.staffId())) {
            throw new Refused(SUCCEEDED_BY_ITSELF);
        }
        return new FirstSecretaryRecalled(
                region.code(),
                c.on(),
                c.staffId(),
                c.reason(),
                successor,
                c.decidedBy(),
                c.assumed());
    }

    private static HelperUnitAssigned assign(AssignHelperUnit c, Listed region) {
        var units = region.organisation().units();
        if (units.containsKey(PlainText.among(units.keySet(), c.unit()))) {
            throw new Refused(ALREADY_A_HELPER_UNIT);
        }
        return new HelperUnitAssigned(region.code(), c.on(), c.unit(), c.decidedBy(), c.assumed());
    }

    private static HelperUnitReleased release(ReleaseHelperUnit c, Listed region) {
        var units = region.organisation().units();
        var unit = PlainText.among(units.keySet(), c.unit());
        var since = units.get(unit);
        if (since == null) throw new Refused(NOT_A_HELPER_UNIT);
        notBefore(since, c.on());
        var successor = c.successor();
        if (successor == null) {
            afterExit(region, c.on());
        } else if (PlainText.same(successor, unit)) {
            throw new Refused(SUCCEEDED_BY_ITSELF);
        } else if (units.containsKey(PlainText.among(units.keySet(), successor))) {
            throw new Refused(ALREADY_A_HELPER_UNIT);
        }
        return new HelperUnitReleased(
                region.code(), c.on(), unit, successor, c.reason(), c.decidedBy(), c.assumed());
    }

    private static StaffReleased release(ReleaseStaff c, Listed region) {
        var there = region.organisation().duties().onDutyFrom(c.kind(), c.on());
        if (c.persons() > there) throw new Refused(MORE_STAFF_THAN_THERE, Map.of("there", there));
        return new StaffReleased(
                region.code(), c.on(), c.kind(), c.persons(), c.reason(), c.assumed());
    }

    private static UnitContactEnded end(EndUnitContact c, Listed region) {
        var contacts = region.organisation().duties().contacts();
        var unit = PlainText.among(contacts.keySet(), c.unit());
        var since = contacts.get(unit);
        if (since == null) throw new Refused(NOT_IN_CONTACT);
        notBefore(since, c.on());
        return new UnitContactEnded(region.code(), c.on(), unit, c.reason(), c.assumed());
    }

    private static RegionPlanAdopted adopt(AdoptRegionPlan c, Listed region) {
        if (c.toYear() < c.on().getYear()) throw new Refused(PLAN_OF_THE_PAST);
        return new RegionPlanAdopted(
                region.code(),
                c.on(),
                c.span(),
                c.fromYear(),
                c.toYear(),
                c.title(),
                c.exitHouseholds(),
                c.exitPersons(),
                c.decidedBy(),
                c.assumed(),
                c.evidence());
    }

    /** As it was entered. */
    private static String called(Listed region, String team) {
        return PlainText.among(region.organisation().teams().keySet(), team);
    }

    private static Team team(Listed region, String name, LocalDate on) {
        var team = region.organisation().teams().get(name);
        if (team == null) throw new Refused(NO_SUCH_TEAM);
        if (team.withdrawn()) throw new Refused(TEAM_ALREADY_WITHDRAWN);
        notBefore(team.since(), on);
        return team;
    }

    /** Of a village that ended the poverty is its successor's, and so are those who see to it. */
    private static void afterExit(Listed region, LocalDate on) {
        if (hasEnded(region, on)) return;
        switch (region.poverty()) {
            case Poor _ -> throw new Refused(NOT_BEFORE_VILLAGE_EXIT);
            case OutOfPoverty out -> {
                if (on.isBefore(out.exitedOn())) {
                    throw new Refused(
                            NOT_BEFORE_VILLAGE_EXIT, Map.of("exitedOn", out.exitedOn().toString()));
                }
            }
            case Region.NeverPoor _ -> {}
        }
    }

    private static void notBefore(@Nullable LocalDate since, LocalDate on) {
        if (since != null && on.isBefore(since)) {
            throw new Refused(BEFORE_THE_LATEST_CHANGE, Map.of("since", since.toString()));
        }
    }

    private static Listed village(Listed region) {
        return Places.village(region);
    }
}
