using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace Sward.Kernel;

/// <summary>The API validates requests before a handler runs; pages that call the same slice with what a form posted check here.</summary>
public static class RequestCheck
{
    /// <summary>The request itself, or a refusal with <c>kernel.invalid</c> when an annotation does not hold.</summary>
    public static T Checked<T>(this T request) where T : class => Validator.TryValidateObject(request, new ValidationContext(request), validationResults: null, validateAllProperties: true)
        ? request
        : throw new Refusal("kernel.invalid", StatusCodes.Status400BadRequest);
}
