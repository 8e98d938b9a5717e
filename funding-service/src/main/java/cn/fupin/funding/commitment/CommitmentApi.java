package cn.fupin.funding.commitment;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.funding.commitment.CommitmentCommand.CommitFunds;
import cn.fupin.funding.commitment.CommitmentCommand.Commitment;
import cn.fupin.funding.lookup.ApprovedProjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commitment over HTTP; the door adds what the project service's events have told. */
@Configuration
class CommitmentApi {
    @Bean
    Endpoints commitmentEndpoints(ApprovedProjects projects) {
        return Endpoints.of(
                Endpoint.post(
                        "/commitments/{commitmentId}/commitment",
                        Commitment.class,
                        CommitFunds.class,
                        (c, at) -> new CommitFunds(c, projects.approved(c.projectId()))));
    }
}
