package cn.fupin.townships;

import cn.fupin.townships.Township.Appropriation;
import cn.fupin.townships.Township.Commitment;
import cn.fupin.townships.Township.MoneyLine;
import cn.fupin.townships.Township.Project;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No line gives more than it has, and nothing draws on a line before it is there. */
final class MoneyChecks {
    private final Township t;
    private final Findings findings;
    private final Map<String, Long> leftFen = new HashMap<>();
    private final Map<String, LocalDate> allocatedOn = new HashMap<>();
    private final Set<String> allocations = new HashSet<>();
    private final Set<String> commitments = new HashSet<>();
    private final Set<String> payments = new HashSet<>();

    MoneyChecks(Findings findings) {
        this.t = findings.township;
        this.findings = findings;
    }

    void check() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < t.appropriations().size(); i++) {
            Appropriation a = t.appropriations().get(i);
            String at = "/appropriations/" + i;
            findings.unique(ids, at + "/id", a.id());
            findings.known(at + "/region", a.region());
            long allocatedFen = 0;
            for (int j = 0; j < a.allocations().size(); j++) {
                allocation(at + "/allocations/" + j + "/", a, a.allocations().get(j));
                allocatedFen += a.allocations().get(j).amountFen();
            }
            if (allocatedFen > a.amountFen()) {
                findings.find(
                        at + "/amountFen",
                        "分解合计 " + allocatedFen + " 分,超过指标",
                        "its allocations add up to " + allocatedFen + " fen, more than it");
            }
        }
        for (int i = 0; i < t.projects().size(); i++) {
            Project p = t.projects().get(i);
            for (int j = 0; j < p.commitments().size(); j++) {
                commitment("/projects/" + i + "/commitments/" + j, p, p.commitments().get(j));
            }
        }
    }

    private void allocation(String at, Appropriation a, Township.Allocation line) {
        findings.known(at + "region", line.region());
        findings.inOrder(at, "issuedOn", a.issuedOn(), "allocatedOn", line.allocatedOn());
        findings.unique(allocations, at + "id", line.id());
        leftFen.put(line.id(), line.amountFen());
        allocatedOn.put(line.id(), line.allocatedOn());
    }

    private void commitment(String at, Project p, Commitment c) {
        findings.unique(commitments, at + "/id", c.id());
        findings.inOrder(
                at + "/", "approvedOn", p.approval().approvedOn(), "committedOn", c.committedOn());
        for (MoneyLine line : c.lines()) {
            LocalDate allocated = allocatedOn.get(line.allocation());
            if (allocated != null) {
                findings.inOrder(
                        at + "/", "allocatedOn", allocated, "committedOn", c.committedOn());
            }
        }
        draw(at + "/lines/", c.lines(), leftFen);
        Map<String, Long> committedFen = new HashMap<>();
        c.lines().forEach(l -> committedFen.merge(l.allocation(), l.amountFen(), Long::sum));
        for (int k = 0; k < c.payments().size(); k++) {
            var paid = c.payments().get(k);
            String payAt = at + "/payments/" + k + "/";
            findings.unique(payments, payAt + "id", paid.id());
            draw(payAt + "lines/", paid.lines(), committedFen);
            findings.inOrder(
                    payAt,
                    "committedOn",
                    c.committedOn(),
                    "requestedOn",
                    paid.requestedOn(),
                    "approvedOn",
                    paid.approvedOn(),
                    "settledOn",
                    paid.settledOn());
        }
    }

    private void draw(String at, List<MoneyLine> lines, Map<String, Long> left) {
        for (int i = 0; i < lines.size(); i++) {
            MoneyLine line = lines.get(i);
            Long rest = left.get(line.allocation());
            if (rest == null) {
                findings.find(
                        at + i + "/allocation",
                        "没有这条资金:" + line.allocation(),
                        "no such line to draw on: " + line.allocation());
            } else if (rest < line.amountFen()) {
                findings.find(
                        at + i + "/amountFen",
                        "只剩 " + rest + " 分,不够支出",
                        "only " + rest + " fen are left to draw on");
            } else {
                left.put(line.allocation(), rest - line.amountFen());
            }
        }
    }
}
