package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Answered;
import cn.fupin.acceptance.audit.Evidence.Store;
import cn.fupin.acceptance.audit.Evidence.Tables;
import cn.fupin.acceptance.audit.Evidence.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The whole audit of what was read.
 *
 * @param findings empty when everything agrees
 * @param unjudged tables and event types that no rule knows yet: their rows were only held against
 *     the events they name
 */
public record Audit(List<Finding> findings, List<String> unjudged, long events) {

    public static Audit of(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> unjudged = new TreeSet<>();
        Map<String, List<Told>> told = new HashMap<>();
        List<Told> all = new ArrayList<>();
        long events = 0;
        for (Store store : evidence.stores()) {
            new StoreAudit(store, findings::add).run();
            List<Answered> answered =
                    evidence.answered().stream()
                            .filter(a -> a.service().equals(store.service()))
                            .toList();
            new CommandAudit(store, answered, findings::add).run();
            List<Told> ofStore = Told.of(store);
            told.put(store.service(), ofStore);
            all.addAll(ofStore);
            events += store.events().size();
        }
        for (Topic topic : evidence.topics()) {
            new TopicAudit(topic, told.getOrDefault(topic.service(), List.of()), findings::add)
                    .run();
        }
        new CitationAudit(told.getOrDefault("household", List.of()), findings::add).run();
        new MoneyAudit(told.getOrDefault("funding", List.of()), evidence.guards(), findings::add)
                .run();
        for (Tables tables : evidence.projections()) {
            new OffsetAudit(evidence.topics(), tables, findings::add).run();
            if (tables.service().equals("reporting")) {
                new ProjectionAudit(all, tables, findings::add, unjudged::add).run();
            }
        }
        return new Audit(List.copyOf(findings), List.copyOf(unjudged), events);
    }
}
