package cn.fupin.townships;

import cn.fupin.townships.Township.Division;
import cn.fupin.townships.Township.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        quotas();
        activities();
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
            long identified =
                    t.identification().stream()
                            .filter(b -> b.quotaYear() == q.year())
                            .mapToLong(Township.Batch::persons)
                            .sum();
            if (q.region().equals(t.township()) && identified > q.ceilingPersons()) {
                findings.find(
                        at + "/ceilingPersons",
                        "识别人数 " + identified + " 超过上限",
                        identified + " persons are identified, more than the ceiling");
            }
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
