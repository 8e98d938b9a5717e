package cn.fupin.funding.payment;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.funding.lookup.RegisteredHouseholds;
import cn.fupin.funding.payment.PaymentCommand.ApprovePayment;
import cn.fupin.funding.payment.PaymentCommand.Order;
import cn.fupin.funding.payment.PaymentCommand.RecordBankResult;
import cn.fupin.funding.payment.PaymentCommand.RequestPayment;
import cn.fupin.funding.payment.PaymentCommand.ReturnPayment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A payment's steps over HTTP; the door adds what is known of commitment and household. */
@Configuration
class PaymentApi {
    @Bean
    Endpoints paymentEndpoints(Commitments commitments, RegisteredHouseholds households) {
        return Endpoints.of(
                Endpoint.post(
                        "/payments/{paymentId}/request",
                        Order.class,
                        RequestPayment.class,
                        (order, at) -> {
                            var householdId = order.payee().householdId();
                            return new RequestPayment(
                                    order,
                                    commitments.find(order.commitmentId()),
                                    householdId == null
                                            ? null
                                            : households.registered(householdId));
                        }),
                Endpoint.post("/payments/{paymentId}/approval", ApprovePayment.class),
                Endpoint.post("/payments/{paymentId}/bank-result", RecordBankResult.class),
                Endpoint.post("/payments/{paymentId}/return", ReturnPayment.class));
    }
}
