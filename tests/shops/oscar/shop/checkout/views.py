"""Payment by invoice or card: Oscar leaves this page to each shop."""

from django import forms
from oscar.apps.checkout import views as stock
from oscar.apps.payment.forms import BankcardForm
from oscar.core.loading import get_model

SourceType = get_model("payment", "SourceType")
Source = get_model("payment", "Source")


class MethodForm(forms.Form):
    """How to pay."""

    method = forms.ChoiceField(
        label="How do you want to pay?",
        widget=forms.RadioSelect,
        choices=[("invoice", "Invoice (pay within 14 days)"), ("card", "Credit or debit card")],
    )


class PaymentDetailsView(stock.PaymentDetailsView):
    """The payment page, and the preview that follows it at an address of its own."""

    def get_context_data(self, **kwargs):
        """Both forms, filled in when they come back with errors."""
        context = super().get_context_data(**kwargs)
        context.setdefault("method_form", MethodForm())
        context.setdefault("bankcard_form", BankcardForm())
        context["method"] = self.checkout_session.payment_method()
        return context

    def post(self, request, *args, **kwargs):
        """Check the choice and show the preview, or take the order that the preview confirmed."""
        if request.POST.get("action") == "place_order":
            return self.handle_place_order_submission(request)
        forms_given = {"method_form": MethodForm(request.POST)}
        if request.POST.get("method") == "card":
            forms_given["bankcard_form"] = BankcardForm(request.POST)
        if not all(form.is_valid() for form in forms_given.values()):
            return self.render_payment_details(request, **forms_given)
        self.checkout_session.pay_by(request.POST["method"])
        return self.render_preview(request)

    def handle_payment(self, order_number, total, **kwargs):
        """Note what is owed; no money moves here."""
        method = self.checkout_session.payment_method() or "invoice"
        source_type, _ = SourceType.objects.get_or_create(name=method)
        self.add_payment_source(Source(source_type=source_type, currency=total.currency, amount_allocated=total.incl_tax))
        self.add_payment_event("pre-auth", total.incl_tax)
