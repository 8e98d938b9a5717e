package cn.fupin.reporting.money;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.fact.OnePerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows money both ways. */
@Component
public class MoneyPaths {
    private final Snapshots snapshots;

    public MoneyPaths(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @throws NotThere if it was not known, or not yet asked for, by the two dates
     */
    public PaymentPath ofPayment(String paymentId, Asked asked) {
        return snapshots.read(asked, (db, asOf) -> payment(paymentId, asOf, db));
    }

    /**
     * @throws NotThere if it was not known, or not yet granted, by the two dates
     */
    public AppropriationPath ofAppropriation(String appropriationId, Asked asked) {
        return snapshots.read(asked, (db, asOf) -> appropriation(appropriationId, asOf, db));
    }

    // The step a payment has reached, and what came back of it.
    private static final String STATUS =
            """
            coalesce((select s.step from payment_steps s
                where s.payment_id = p.payment_id and s.effective_on <= :effective and s.position <= :funding
                order by s.effective_on desc, s.sequence desc limit 1), 'REQUESTED')
            """;

    private static final String PAYMENT =
            """
            select p.*, %s as status,
                (select coalesce(sum(s.returned_fen), 0) from payment_steps s
                 where s.payment_id = p.payment_id and s.effective_on <= :effective and s.position <= :funding)
                    as returned_fen,
                (select string_agg(s.event_id, ' ' order by s.sequence) from payment_steps s
                 where s.payment_id = p.payment_id and s.effective_on <= :effective and s.position <= :funding)
                    as events,
                j.name as project_name, j.kind as project_kind, j.event_id as project_event,
                c.amount_fen as committed_fen, c.event_id as commitment_event
            from payments p
            left join projects_proposed j on j.project_id = p.project_id and j.position <= :project
            left join commitments c on c.commitment_id = p.commitment_id and c.position <= :funding
            where p.payment_id = :id and p.effective_on <= :effective and p.position <= :funding
            """
                    .formatted(STATUS);

    private static PaymentPath payment(String id, AsOf asOf, JdbcClient db) {
        return db.sql(PAYMENT)
                .paramSource(asOf.parameters().addValue("id", id))
                .query((row, _) -> path(row, asOf, db))
                .optional()
                .orElseThrow(() -> new NotThere("paymentId", "没有这笔拨付", "there is no such payment"));
    }

    private static PaymentPath path(ResultSet row, AsOf asOf, JdbcClient db) throws SQLException {
        var amountFen = row.getLong("amount_fen");
        var status = row.getString("status");
        var isPaid = status.equals("PAID") || status.equals("RETURNED");
        var paidFen = isPaid ? amountFen - row.getLong("returned_fen") : 0;
        var payee = payee(row, asOf, db);
        var projectId = row.getString("project_id");
        var paymentId = row.getString("payment_id");
        return new PaymentPath(
                paymentId,
                asOf.effective(),
                asOf.known(),
                asOf.settled(),
                status,
                amountFen,
                paidFen,
                payee,
                new PaymentPath.Project(
                        projectId,
                        row.getString("project_name"),
                        row.getString("project_kind"),
                        row.getString("project_event")),
                new PaymentPath.Commitment(
                        row.getString("commitment_id"),
                        (Long) row.getObject("committed_fen"),
                        row.getString("commitment_event")),
                sources(paymentId, asOf, db),
                benefit(payee, paidFen, projectId, asOf, db),
                List.of(row.getString("events").split(" ")));
    }

    private static PaymentPath.Payee payee(ResultSet row, AsOf asOf, JdbcClient db)
            throws SQLException {
        var household = row.getString("payee_household_id");
        var person = row.getString("payee_person_id");
        return new PaymentPath.Payee(
                row.getString("payee_kind"),
                row.getString("payee_name"),
                household,
                person,
                person == null ? null : member(row.getString("payment_id"), asOf, db));
    }

    // Under any id of the person: a number may have become known since.
    private static final String MEMBER =
            """
            select %s from payments p
            join household_members m on m.household_id = p.payee_household_id and m.position <= :household
              and %s = %s
            where p.payment_id = :id
            order by m.position desc, m.line
            limit 1
            """
                    .formatted(
                            Erasure.name("m"),
                            OnePerson.now("m"),
                            OnePerson.said(
                                    "p.payee_person_id", "p.payee_household_id", "p.recorded_at"));

    private static @Nullable String member(String paymentId, AsOf asOf, JdbcClient db) {
        return db.sql(MEMBER)
                .paramSource(asOf.parameters().addValue("id", paymentId))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static List<PaymentPath.Source> sources(String paymentId, AsOf asOf, JdbcClient db) {
        return db.sql(
                        """
                        select l.allocation_id, l.amount_fen, a.purpose, a.region, a.amount_fen as allocated_fen,
                            a.event_id, a.appropriation_id, g.document_no, g.source_level, g.source_type,
                            g.purpose as granted_for, g.amount_fen as granted_fen, g.event_id as grant_event
                        from money_lines l
                        left join allocations a on a.allocation_id = l.allocation_id and a.position <= :funding
                        left join appropriations g
                            on g.appropriation_id = a.appropriation_id and g.position <= :funding
                        where l.stream_id = :id and l.what = 'REQUESTED' and l.position <= :funding
                        order by l.line
                        """)
                .paramSource(asOf.parameters().addValue("id", paymentId))
                .query((row, _) ->
                        new PaymentPath.Source(
                                row.getString("allocation_id"),
                                row.getLong("amount_fen"),
                                row.getString("purpose"),
                                row.getString("region"),
                                (Long) row.getObject("allocated_fen"),
                                row.getString("event_id"),
                                grant(row)))
                .list();
    }

    private static PaymentPath.@Nullable Grant grant(ResultSet row) throws SQLException {
        if (row.getString("grant_event") == null) return null;
        return new PaymentPath.Grant(
                row.getString("appropriation_id"),
                row.getString("document_no"),
                row.getString("source_level"),
                row.getString("source_type"),
                row.getString("granted_for"),
                row.getLong("granted_fen"),
                row.getString("grant_event"));
    }

    private static PaymentPath.Benefit benefit(
            PaymentPath.Payee payee, long paidFen, String projectId, AsOf asOf, JdbcClient db) {
        if (payee.householdId() != null) {
            return new PaymentPath.Benefit(
                    new PaymentPath.ToHousehold(payee.householdId(), paidFen), null, null);
        }
        var shares = shares(projectId, asOf, db);
        if (!shares.isEmpty()) {
            var parts = Shares.of(paidFen, shares.stream().map(Share::basisPoints).toList());
            var attributed = new ArrayList<PaymentPath.Attributed>();
            for (var i = 0; i < shares.size(); i++) {
                var share = shares.get(i);
                attributed.add(
                        new PaymentPath.Attributed(
                                share.householdId(), share.basisPoints(), parts.get(i)));
            }
            return new PaymentPath.Benefit(null, attributed, null);
        }
        return new PaymentPath.Benefit(
                null, null, new PaymentPath.Public(paidFen, served(projectId, asOf, db)));
    }

    private record Share(String householdId, int basisPoints) {}

    private static List<Share> shares(String projectId, AsOf asOf, JdbcClient db) {
        return db.sql(
                        """
                        select household_id, share_basis_points
                        from project_beneficiaries
                        where event_id = (
                            select event_id from project_beneficiaries
                            where project_id = :id and effective_on <= :effective and position <= :project
                            order by effective_on desc, sequence desc limit 1)
                        order by line
                        """)
                .paramSource(asOf.parameters().addValue("id", projectId))
                .query((row, _) -> new Share(row.getString(1), row.getInt(2)))
                .list();
    }

    private static List<PaymentPath.Served> served(String projectId, AsOf asOf, JdbcClient db) {
        return db.sql(
                        """
                        select region, groups from project_served
                        where project_id = :id and effective_on <= :effective and position <= :project
                        order by region, line
                        """)
                .paramSource(asOf.parameters().addValue("id", projectId))
                .query((row, _) -> new PaymentPath.Served(row.getString(1), row.getLong(2)))
                .list();
    }

    private static AppropriationPath appropriation(String id, AsOf asOf, JdbcClient db) {
        var allocations = allocations(id, asOf, db);
        var allocatedFen =
                allocations.stream().mapToLong(AppropriationPath.Allocation::amountFen).sum();
        return db.sql(
                        """
                        select * from appropriations
                        where appropriation_id = :id and effective_on <= :effective and position <= :funding
                        """)
                .paramSource(asOf.parameters().addValue("id", id))
                .query((row, _) ->
                        new AppropriationPath(
                                id,
                                asOf.effective(),
                                asOf.known(),
                                asOf.settled(),
                                row.getString("region"),
                                row.getString("document_no"),
                                row.getString("source_level"),
                                row.getString("source_type"),
                                row.getString("purpose"),
                                row.getLong("amount_fen"),
                                allocatedFen,
                                row.getLong("amount_fen") - allocatedFen,
                                row.getString("event_id"),
                                allocations))
                .optional()
                .orElseThrow(() ->
                        new NotThere(
                                "appropriationId", "没有这份指标文件", "there is no such appropriation"));
    }

    private static List<AppropriationPath.Allocation> allocations(
            String appropriationId, AsOf asOf, JdbcClient db) {
        return db.sql(
                        """
                        select * from allocations
                        where appropriation_id = :id and effective_on <= :effective and position <= :funding
                        order by effective_on, sequence
                        """)
                .paramSource(asOf.parameters().addValue("id", appropriationId))
                .query((row, _) -> {
                    var commitments = commitments(row.getString("allocation_id"), asOf, db);
                    var committedFen =
                            commitments.stream()
                                    .mapToLong(AppropriationPath.Commitment::amountFen)
                                    .sum();
                    return new AppropriationPath.Allocation(
                            row.getString("allocation_id"),
                            row.getString("region"),
                            row.getString("purpose"),
                            row.getLong("amount_fen"),
                            committedFen,
                            row.getLong("amount_fen") - committedFen,
                            row.getString("event_id"),
                            commitments);
                })
                .list();
    }

    private static List<AppropriationPath.Commitment> commitments(
            String allocationId, AsOf asOf, JdbcClient db) {
        return db.sql(
                        """
                        select c.commitment_id, c.project_id, c.event_id, l.amount_fen, j.name, j.kind
                        from money_lines l
                        join commitments c on c.event_id = l.event_id
                        left join projects_proposed j on j.project_id = c.project_id and j.position <= :project
                        where l.allocation_id = :id and l.what = 'COMMITTED'
                          and c.effective_on <= :effective and c.position <= :funding
                        order by c.effective_on, c.position
                        """)
                .paramSource(asOf.parameters().addValue("id", allocationId))
                .query((row, _) -> commitment(row, allocationId, asOf, db))
                .list();
    }

    private static AppropriationPath.Commitment commitment(
            ResultSet row, String allocationId, AsOf asOf, JdbcClient db) throws SQLException {
        var amountFen = row.getLong("amount_fen");
        var payments = payments(row.getString("commitment_id"), allocationId, asOf, db);
        var paidFen =
                payments.stream()
                        .filter(AppropriationPath.Payment::isPaid)
                        .mapToLong(p -> p.amountFen() - p.returnedFen())
                        .sum();
        var pendingFen =
                payments.stream()
                        .filter(AppropriationPath.Payment::isPending)
                        .mapToLong(AppropriationPath.Payment::amountFen)
                        .sum();
        return new AppropriationPath.Commitment(
                row.getString("commitment_id"),
                row.getString("project_id"),
                row.getString("name"),
                row.getString("kind"),
                amountFen,
                paidFen,
                pendingFen,
                amountFen - paidFen - pendingFen,
                row.getString("event_id"),
                payments);
    }

    private static List<AppropriationPath.Payment> payments(
            String commitmentId, String allocationId, AsOf asOf, JdbcClient db) {
        return db.sql(
                        """
                        select p.*, l.amount_fen as drawn_fen, %s as status,
                            (select coalesce(sum(r.amount_fen), 0) from money_lines r
                             where r.stream_id = p.payment_id and r.what = 'RETURNED'
                               and r.allocation_id = l.allocation_id
                               and r.effective_on <= :effective and r.position <= :funding) as returned_fen
                        from payments p
                        join money_lines l on l.event_id = p.event_id and l.allocation_id = :allocation
                        where p.commitment_id = :id and p.effective_on <= :effective and p.position <= :funding
                        order by p.effective_on, p.position
                        """
                                .formatted(STATUS))
                .paramSource(
                        asOf.parameters()
                                .addValue("id", commitmentId)
                                .addValue("allocation", allocationId))
                .query((row, _) ->
                        new AppropriationPath.Payment(
                                row.getString("payment_id"),
                                row.getString("payee_kind"),
                                row.getString("payee_name"),
                                row.getString("payee_household_id"),
                                row.getLong("drawn_fen"),
                                row.getLong("returned_fen"),
                                row.getString("status"),
                                row.getString("event_id")))
                .list();
    }
}
