package cn.fupin.townships;

import cn.fupin.townships.Township.Division;
import cn.fupin.townships.Township.Level;
import cn.fupin.townships.Township.Quota;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Places are listed parents first, and whatever names a place names a listed one. */
final class PlaceChecks {
    private final Township t;
    private final Findings findings;

    PlaceChecks(Findings findings) {
        this.t = findings.township;
        this.findings = findings;
    }

    void check() {
        divisions();
        for (int i = 0; i < t.facts().size(); i++) {
            findings.known("/facts/" + i + "/region", t.facts().get(i).region());
        }
        for (int i = 0; i < t.rules().size(); i++) {
            findings.known("/rules/" + i + "/region", t.rules().get(i).region());
        }
        for (int i = 0; i < t.povertyLines().size(); i++) {
            findings.known("/povertyLines/" + i + "/region", t.povertyLines().get(i).region());
        }
        successions();
        quotas();
        activities();
        organisation();
    }

    private void divisions() {
        Set<String> listed = new HashSet<>();
        boolean own = false;
        for (int i = 0; i < t.divisions().size(); i++) {
            Division d = t.divisions().get(i);
            String at = "/divisions/" + i;
            String parent = d.parent();
            if (parent == null ? d.level() != Level.COUNTY : d.level() == Level.COUNTY) {
                findings.find(at, "县没有上级,乡、村必有上级", "a county has no parent here, others have one");
            } else if (parent != null && !listed.contains(parent)) {
                findings.find(at + "/parent", "上级区划未在前面列出", "the parent is not listed before it");
            }
            findings.unique(listed, at + "/code", d.code());
            if (d.villageType() != null && d.level() != Level.VILLAGE) {
                findings.find(at + "/villageType", "只有村才有此项", "is only of a village");
            }
            own |= d.code().equals(t.township()) && d.level() == Level.TOWNSHIP;
        }
        if (!own) {
            findings.find(
                    "/township",
                    "本乡镇未作为乡镇列入 divisions",
                    "is not listed in divisions as a township");
        }
    }

    private void quotas() {
        for (int i = 0; i < t.quotas().size(); i++) {
            var q = t.quotas().get(i);
            String at = "/quotas/" + i;
            findings.known(at + "/region", q.region());
            if (q.ceilingPersons() < q.persons()) {
                findings.find(at + "/ceilingPersons", "上限低于指标数", "the ceiling is below the quota");
            }
            long most = risen(q);
            if (q.ceilingPersons() > most) {
                findings.find(
                        at + "/ceilingPersons",
                        "超过规则所许的上限 " + most,
                        "is above the " + most + " that the rule allows");
            }
            long identified = identified(q);
            if (identified > q.ceilingPersons()) {
                findings.find(
                        at + "/ceilingPersons",
                        "识别人数 " + identified + " 超过上限",
                        "more are identified than the ceiling: persons " + identified);
            }
            villages(at, q);
        }
    }

    /** Persons and the percentage that the rule of the day allows above them, rounded down. */
    private long risen(Quota q) {
        long percent = Rules.inForce(t, "quota-rise-percent", q.allocatedOn(), -1);
        return percent < 0 ? Long.MAX_VALUE : q.persons() * (100 + percent) / 100;
    }

    /** As far as the file says in which villages the persons are. */
    private long identified(Quota q) {
        long identified = 0;
        for (Township.Batch b : t.identification()) {
            if (b.quotaYear() != q.year()) {
                continue;
            }
            if (!b.parts().isEmpty()) {
                identified +=
                        b.parts().stream()
                                .filter(p -> within(p.region(), q.region()))
                                .mapToLong(Township.Part::persons)
                                .sum();
            } else if (homes(b).stream().allMatch(v -> within(v, q.region()))) {
                identified += b.persons();
            }
        }
        return identified;
    }

    private List<String> homes(Township.Batch b) {
        return b.villages().isEmpty()
                ? t.divisions().stream()
                        .filter(d -> d.level() == Level.VILLAGE)
                        .map(Division::code)
                        .toList()
                : b.villages();
    }

    /** By the digits: 6 of a county, 9 of a township, 12 of a village. */
    private static boolean within(String code, String above) {
        int digits = above.endsWith("000000") ? 6 : above.endsWith("000") ? 9 : 12;
        return code.startsWith(above.substring(0, digits));
    }

    /** What a township shares out among its villages is not more than its own ceiling. */
    private void villages(String at, Quota q) {
        long shared =
                t.quotas().stream()
                        .filter(v -> v.year() == q.year() && !v.region().equals(q.region()))
                        .filter(v -> q.region().endsWith("000") && !v.region().endsWith("000"))
                        .filter(v -> within(v.region(), q.region()))
                        .mapToLong(Quota::persons)
                        .sum();
        if (shared > q.ceilingPersons()) {
            findings.find(
                    at + "/ceilingPersons",
                    "各村指标合计 " + shared + " 超过上限",
                    "the villages' quotas add up to " + shared + ", more than the ceiling");
        }
    }

    private void successions() {
        Set<String> superseded = new HashSet<>();
        for (int i = 0; i < t.successions().size(); i++) {
            var s = t.successions().get(i);
            String at = "/successions/" + i;
            findings.known(at + "/region", s.region());
            findings.unique(superseded, at + "/region", s.region());
            for (int n = 0; n < s.successors().size(); n++) {
                String successorAt = at + "/successors/" + n;
                findings.known(successorAt, s.successors().get(n));
                if (s.successors().get(n).equals(s.region())) {
                    findings.find(successorAt, "不能是自己的后继", "cannot succeed itself");
                }
            }
        }
    }

    private void organisation() {
        var a = t.activities();
        each("/activities/meetings/", a.meetings(), Township.Meeting::region);
        each("/activities/documents/", a.documents(), Township.Document::region);
        each("/activities/staff/", a.staff(), Township.Staff::region);
        each("/activities/workTeams/", a.workTeams(), Township.WorkTeam::region);
        Set<String> teams = new HashSet<>();
        for (int i = 0; i < a.workTeams().size(); i++) {
            var team = a.workTeams().get(i);
            findings.unique(
                    teams,
                    "/activities/workTeams/" + i + "/team",
                    team.region() + " " + team.team());
        }
        for (int i = 0; i < a.unitContacts().size(); i++) {
            findings.village(
                    "/activities/unitContacts/" + i + "/region", a.unitContacts().get(i).region());
        }
        each("/activities/exitReports/", a.exitReports(), Township.ExitReport::region);
        for (int i = 0; i < a.exitReports().size(); i++) {
            var report = a.exitReports().get(i);
            String at = "/activities/exitReports/" + i;
            findings.possible(at + "/persons", report.households(), report.persons());
            if (report.year() > report.reportedOn().getYear()) {
                findings.find(at + "/year", "晚于上报日期", "is after the day of the report");
            }
        }
        for (int i = 0; i < a.rechecks().size(); i++) {
            var villages = a.rechecks().get(i).villages();
            for (int v = 0; v < villages.size(); v++) {
                findings.village("/activities/rechecks/" + i + "/villages/" + v, villages.get(v));
            }
        }
    }

    private <P> void each(String at, List<P> parts, Function<P, String> region) {
        for (int i = 0; i < parts.size(); i++) {
            findings.known(at + i + "/region", region.apply(parts.get(i)));
        }
    }

    private void activities() {
        var a = t.activities();
        for (int i = 0; i < a.trainings().size(); i++) {
            findings.known("/activities/trainings/" + i + "/region", a.trainings().get(i).region());
        }
        rounds("/activities/surveyRounds/", a.surveyRounds());
        rounds("/activities/inspections/", a.inspections());
        Set<String> poor = new HashSet<>();
        for (int i = 0; i < a.poorVillages().size(); i++) {
            List<String> villages = a.poorVillages().get(i).villages();
            for (int v = 0; v < villages.size(); v++) {
                String at = "/activities/poorVillages/" + i + "/villages/" + v;
                findings.village(at, villages.get(v));
                findings.unique(poor, at, villages.get(v));
            }
        }
    }

    private void rounds(String at, List<Township.Rounds> rounds) {
        for (int i = 0; i < rounds.size(); i++) {
            findings.known(at + i + "/region", rounds.get(i).region());
            findings.inOrder(at + i + "/", "from", rounds.get(i).from(), "to", rounds.get(i).to());
        }
    }
}
