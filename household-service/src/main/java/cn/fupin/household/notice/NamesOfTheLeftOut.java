package cn.fupin.household.notice;

import cn.fupin.backbone.command.BodyRule;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.vault.PersonKeys;
import cn.fupin.household.vault.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What came of it stands in clear: never with the full name of whoever was left out. */
@Component
class NamesOfTheLeftOut implements BodyRule {
    private final JdbcClient db;
    private final PersonKeys keys;

    NamesOfTheLeftOut(JdbcClient db, PersonKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    @Override
    public void check(ObjectNode body) {
        var notice = body.path("noticeId").asString("");
        var omission = body.path("omissionId").asString("");
        var handling = body.path("handling").asString("");
        if (notice.isEmpty() || omission.isEmpty() || handling.isEmpty()) return;
        var sealed = new TreeMap<String, List<String>>();
        db.sql(
                        """
                        select o.person_id, s.sealed
                        from notice_omission o join person_sealed s using (person_id)
                        where o.notice_id = ? and o.omission_id = ? order by s.ordinal
                        """)
                .params(notice, omission)
                .query((row, _) ->
                        sealed.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(row.getString(2)))
                .list();
        for (var person : keys.open(sealed)) {
            var name = person.name();
            if (name == null || !PersonName.isIn(handling, name)) continue;
            throw Malformed.bySealed(
                    "handling", "without-the-name", "不能写出全名", "must not contain the full name");
        }
    }
}
