package cn.fupin.townships;

import cn.fupin.townships.Township.Batch;
import cn.fupin.townships.Township.Part;
import cn.fupin.townships.Township.Removal;
import cn.fupin.townships.Township.Stages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Totals that households can have, stages in their order, notices as long as the rules say. */
final class PeopleChecks {
    private final Township t;
    private final Findings findings;

    PeopleChecks(Findings findings) {
        this.t = findings.township;
        this.findings = findings;
    }

    void check() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < t.identification().size(); i++) {
            batch("/identification/" + i, t.identification().get(i), ids);
        }
        if (!t.identification().isEmpty() && !findings.hasVillages()) {
            findings.find("/divisions", "没有村,无处安放农户", "lists no village to hold the households");
        }
        helpers();
        removals();
    }

    private void batch(String at, Batch b, Set<String> ids) {
        findings.unique(ids, at + "/id", b.id());
        findings.possible(at + "/persons", b.households(), b.persons());
        for (int v = 0; v < b.villages().size(); v++) {
            findings.village(at + "/villages/" + v, b.villages().get(v));
        }
        parts(at, b);
        findings.lineOf(at + "/incomeYear", b.incomeYear());
        if (t.quotas().stream().noneMatch(q -> q.year() == b.quotaYear())) {
            findings.find(
                    at + "/quotaYear",
                    b.quotaYear() + " 年的规模指标未列出",
                    "no quota of " + b.quotaYear() + " is listed");
        }
        stages(at + "/stages/", b.stages());
        var said = b.announcement();
        if (said != null) {
            findings.inOrder(
                    at + "/announcement/",
                    "approvedOn",
                    b.stages().approvedOn(),
                    "announcedOn",
                    said.announcedOn());
        }
    }

    /** Villages are named, or told to the last person, but not both. */
    private void parts(String at, Batch b) {
        if (b.parts().isEmpty()) {
            return;
        }
        if (!b.villages().isEmpty()) {
            findings.find(at + "/villages", "已按村列出 parts", "parts tell the villages already");
        }
        Set<String> villages = new HashSet<>();
        int households = 0;
        int persons = 0;
        for (int i = 0; i < b.parts().size(); i++) {
            Part part = b.parts().get(i);
            String partAt = at + "/parts/" + i;
            findings.village(partAt + "/region", part.region());
            findings.unique(villages, partAt + "/region", part.region());
            findings.possible(partAt + "/persons", part.households(), part.persons());
            households += part.households();
            persons += part.persons();
        }
        if (households != b.households() || persons != b.persons()) {
            findings.find(
                    at + "/parts",
                    "各村合计 " + households + " 户 " + persons + " 人,与批次不符",
                    "add up to another sum than the batch's: households %d, persons %d"
                            .formatted(households, persons));
        }
    }

    private void stages(String at, Stages s) {
        findings.inOrder(
                at,
                "appliedFrom",
                s.appliedFrom(),
                "appliedTo",
                s.appliedTo(),
                "surveyedFrom",
                s.surveyedFrom(),
                "surveyedTo",
                s.surveyedTo(),
                "assessedOn",
                s.assessedOn(),
                "firstNoticePostedOn",
                s.firstNoticePostedOn(),
                "firstNoticeClosedOn",
                s.firstNoticeClosedOn(),
                "reviewedOn",
                s.reviewedOn(),
                "secondNoticePostedOn",
                s.secondNoticePostedOn(),
                "secondNoticeClosedOn",
                s.secondNoticeClosedOn(),
                "approvedOn",
                s.approvedOn(),
                "announcedOn",
                s.announcedOn());
        findings.lasts(
                at + "firstNoticeClosedOn",
                "first-notice-days",
                s.firstNoticePostedOn(),
                s.firstNoticeClosedOn());
        findings.lasts(
                at + "secondNoticeClosedOn",
                "second-notice-days",
                s.secondNoticePostedOn(),
                s.secondNoticeClosedOn());
    }

    private void helpers() {
        for (int i = 0; i < t.helpers().size(); i++) {
            var helpers = t.helpers().get(i);
            String at = "/helpers/" + i;
            findings.batches(at + "/batches", helpers.batches());
            long most =
                    Rules.inForce(
                            t,
                            "helper-households-max",
                            helpers.assignedOn(),
                            Rules.USUAL_HELPER_HOUSEHOLDS);
            if (helpers.householdsPerHelper() > most) {
                findings.find(
                        at + "/householdsPerHelper",
                        "多于规则所许的 " + most + " 户",
                        "is more than the rule's " + most);
            }
            for (Batch b : t.identification()) {
                if (helpers.batches().isEmpty() || helpers.batches().contains(b.id())) {
                    findings.inOrder(
                            at + "/",
                            "announcedOn",
                            b.stages().announcedOn(),
                            "assignedOn",
                            helpers.assignedOn());
                }
            }
        }
    }

    private void removals() {
        Map<String, Batch> batches = new HashMap<>();
        Map<String, int[]> left = new HashMap<>();
        for (Batch b : t.identification()) {
            batches.put(b.id(), b);
            left.put(b.id(), new int[] {b.households(), b.persons()});
        }
        for (int i = 0; i < t.removals().size(); i++) {
            Removal r = t.removals().get(i);
            String at = "/removals/" + i;
            Batch batch = batches.get(r.batch());
            int[] rest = left.get(r.batch());
            if (batch == null || rest == null) {
                findings.find(at + "/batch", "没有这一批次:" + r.batch(), "no such batch: " + r.batch());
                continue;
            }
            findings.possible(at + "/persons", r.households(), r.persons());
            rest[0] -= r.households();
            rest[1] -= r.persons();
            if (rest[0] < 0
                    || rest[1] < rest[0]
                    || rest[1] > rest[0] * t.synthesis().membersMax()) {
                findings.find(
                        at + "/persons",
                        "剔除后余 " + rest[0] + " 户 " + rest[1] + " 人,不可能",
                        "leaves what is impossible: households "
                                + rest[0]
                                + ", persons "
                                + rest[1]);
            }
            findings.inOrder(
                    at + "/",
                    "announcedOn",
                    batch.stages().announcedOn(),
                    "removedOn",
                    r.removedOn());
            var had = r.had();
            if (had == null) continue;
            findings.inOrder(
                    at + "/had/",
                    "announcedOn",
                    batch.stages().announcedOn(),
                    "since",
                    had.since());
            if (had.since().isAfter(r.removedOn())) {
                findings.find(at + "/had/since", "晚于 removedOn", "is after removedOn");
            }
        }
    }
}
